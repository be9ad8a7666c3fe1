// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.List;
import org.mcpauth.tck.server.Operation;

/** Which operation is closed to whom, whatever scopes there are. */
public class RoleRules {

  public void requireOpen(Operation operation, Caller caller, Request request) throws Refusal {
    if (isCall(operation, Operation.CLOSED)
        || (isCall(operation, Operation.FOR_OPERATORS) && !isOperator(caller))) {
      throw new Refusal(forbidden(request));
    }
  }

  protected static boolean isCall(Operation operation, Operation known) {
    return operation.method().equals(known.method()) && operation.name().equals(known.name());
  }

  public boolean isOperator(Caller caller) {
    return roles(caller).contains(Operation.OPERATOR);
  }

  protected static List<?> roles(Caller caller) {
    return caller.claims().get("roles") instanceof List<?> roles ? roles : List.of();
  }

  public Answer forbidden(Request request) {
    return Answer.error(403, -32001, "Forbidden");
  }
}
