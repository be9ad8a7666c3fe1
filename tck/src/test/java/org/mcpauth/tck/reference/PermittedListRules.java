// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.server.Operation;

/** Lists name what the caller's scopes permit, and nothing else is said to be there. */
public class PermittedListRules extends ListRules {

  @Override
  public List<Operation> shown(List<Operation> operations, Caller caller, ScopeRules scopes) {
    return operations.stream().filter(operation -> isShown(operation, caller, scopes)).toList();
  }

  public boolean isShown(Operation operation, Caller caller, ScopeRules scopes) {
    return scopes.isEnough(operation, caller);
  }

  @Override
  public Optional<String> cacheScope(Caller caller) {
    return Optional.of("private");
  }

  @Override
  public Optional<Answer> hidden(Message message, Caller caller, ScopeRules scopes) {
    return scopes.isEnough(message.operation(), caller)
        ? Optional.empty()
        : Optional.of(unknown(message));
  }

  public Answer unknown(Message message) {
    return Tools.unknown(message);
  }
}
