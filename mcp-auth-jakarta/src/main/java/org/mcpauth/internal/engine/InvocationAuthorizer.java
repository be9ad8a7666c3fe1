// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.List;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InsufficientUserAuthenticationException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.OperationForbiddenException;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.requirement.Shortfall;

/**
 * Decides about invocations of annotated methods, whichever way they came: the second lock.
 *
 * @param rules what operations require
 * @param resources the resources of the application; where a caller cannot be told to have asked
 *     one of them, the first one counts
 */
record InvocationAuthorizer(OperationRules rules, List<ProtectedResource> resources) {

  InvocationAuthorizer {
    resources = List.copyOf(resources);
  }

  /** Returns if the caller may invoke the method. */
  void authorize(
      List<Requirement> requirements, Optional<AccessToken> token, Optional<String> correlationId) {
    if (requirements.stream().allMatch(Requirement.Anonymous.class::isInstance)) {
      return;
    }
    AccessToken verified =
        token.orElseThrow(
            () -> {
              log(resources.get(0), correlationId)
                  .denied(Reason.NO_CREDENTIALS, "a guarded method was called without a token");
              return new InvalidTokenException("There is no verified access token");
            });
    Optional<Shortfall> shortfall = rules.shortfall(requirements, verified);
    if (shortfall.isPresent()) {
      log(resourceOf(verified), correlationId).lacking(shortfall.get(), null, verified);
      throw shortfall.get().accept(new Refusal());
    }
  }

  private static RequestLog log(ProtectedResource resource, Optional<String> correlationId) {
    return resource.log().of(correlationId.orElseGet(CorrelationId::random));
  }

  private ProtectedResource resourceOf(AccessToken token) {
    return resources.stream()
        .filter(resource -> resource.isFor(token))
        .findFirst()
        .orElse(resources.get(0));
  }

  private static final class Refusal implements Shortfall.Cases<AuthorizationException> {

    @Override
    public AuthorizationException forbidden(Shortfall.Forbidden shortfall) {
      return new OperationForbiddenException();
    }

    @Override
    public AuthorizationException authentication(Shortfall.Authentication shortfall) {
      return new InsufficientUserAuthenticationException(
          shortfall.acrValues(), shortfall.maxAge().orElse(null), shortfall.scopes());
    }

    @Override
    public AuthorizationException scope(Shortfall.Scope shortfall) {
      return new InsufficientScopeException(shortfall.required());
    }
  }
}
