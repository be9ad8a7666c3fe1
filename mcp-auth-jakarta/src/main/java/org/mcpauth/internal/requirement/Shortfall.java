// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mcpauth.Scopes;

/** What a caller with a valid token lacks for an operation. */
public sealed interface Shortfall {

  /**
   * Compares what is required with what a token is worth. What no other token would help against
   * comes first; then the authentication, whose challenge can name the scopes as well; then the
   * scopes. Requirements that are met do not hide any: one challenge names all that the operation
   * needs (SCOPE-3).
   *
   * @param requirements what the operation requires; all of it
   * @param caller what the token is worth
   * @return what is lacking; empty if nothing is
   */
  static Optional<Shortfall> of(List<Requirement> requirements, Standing caller) {
    List<Requirement> unmet =
        requirements.stream().filter(requirement -> !requirement.isMetBy(caller)).toList();
    if (unmet.isEmpty()) {
      return Optional.empty();
    }
    if (unmet.stream().anyMatch(Shortfall::isBeyondHelp)) {
      return Optional.of(new Forbidden());
    }
    Scopes scopes =
        requirements.stream().map(Requirement::scopes).reduce(Scopes.none(), Scopes::union);
    return Optional.of(authentication(unmet, scopes).orElseGet(() -> new Scope(scopes)));
  }

  private static boolean isBeyondHelp(Requirement unmet) {
    return unmet instanceof Requirement.Denied || unmet instanceof Requirement.InRole;
  }

  private static Optional<Shortfall> authentication(List<Requirement> unmet, Scopes scopes) {
    List<Requirement.UserAuthentication> wanted =
        unmet.stream()
            .filter(Requirement.UserAuthentication.class::isInstance)
            .map(Requirement.UserAuthentication.class::cast)
            .toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authentication(
            wanted.stream().flatMap(one -> one.acrValues().stream()).distinct().toList(),
            wanted.stream().flatMap(one -> one.maxAge().stream()).min(Comparator.naturalOrder()),
            scopes));
  }

  /**
   * Calls the method for this case. Java 17 cannot switch on types; this way the compiler knows if
   * a case was forgotten.
   *
   * @param <R> what the cases result in
   * @param cases one method for every case
   * @return the result
   */
  <R> R accept(Cases<R> cases);

  /**
   * One method for every kind of shortfall.
   *
   * @param <R> what they result in
   */
  interface Cases<R> {
    R forbidden(Forbidden shortfall);

    R authentication(Authentication shortfall);

    R scope(Scope shortfall);
  }

  /** Nothing that the authorization server could be asked for would help. */
  record Forbidden() implements Shortfall {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.forbidden(this);
    }
  }

  /**
   * The user has to be authenticated otherwise, or again (RFC 9470 §3).
   *
   * @param acrValues the authentication context class references of which one is needed
   * @param maxAge how long ago the authentication may be
   * @param scopes every scope that the operation needs
   */
  record Authentication(List<String> acrValues, Optional<Duration> maxAge, Scopes scopes)
      implements Shortfall {

    /** Copies the list. */
    public Authentication {
      acrValues = List.copyOf(acrValues);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.authentication(this);
    }
  }

  /**
   * The token lacks a scope.
   *
   * @param required every scope that the operation needs, granted or not
   */
  record Scope(Scopes required) implements Shortfall {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.scope(this);
    }
  }
}
