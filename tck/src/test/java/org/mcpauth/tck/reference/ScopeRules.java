// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.HashSet;
import java.util.Set;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Operation;

/** Which operation needs which scopes. */
public class ScopeRules {

  public boolean isEnough(Operation operation, Caller caller) {
    return operation.scopes().stream().allMatch(scope -> isGranted(scope, operation, caller));
  }

  public boolean isGranted(String scope, Operation operation, Caller caller) {
    return effective(caller).contains(scope);
  }

  /** With what the hierarchy adds. */
  public Set<String> effective(Caller caller) {
    Set<String> effective = new HashSet<>(caller.scopes());
    if (effective.contains(Operation.ADMIN)) {
      effective.addAll(IssuedTokens.fullScopes());
    }
    return effective;
  }
}
