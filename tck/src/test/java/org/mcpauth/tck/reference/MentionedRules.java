// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import org.mcpauth.tck.server.Operation;

/** Closed is what nothing is said about. */
public class MentionedRules extends RoleRules {

  @Override
  public void requireOpen(Operation operation, Caller caller, Request request) throws Refusal {
    if (operation.method().equals("tools/call") && !isMentioned(operation)) {
      throw new Refusal(forbidden(request));
    }
    super.requireOpen(operation, caller, request);
  }

  public boolean isMentioned(Operation operation) {
    return Tools.KNOWN.stream()
        .filter(known -> !known.equals(Operation.UNMENTIONED))
        .anyMatch(known -> isCall(operation, known));
  }
}
