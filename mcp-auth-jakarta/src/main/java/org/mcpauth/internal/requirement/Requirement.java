// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;

/** What an operation requires of its caller. Of several requirements, all count. */
public sealed interface Requirement {

  /**
   * Tells whether a caller with a verified token meets this requirement.
   *
   * @param caller what its token is worth
   * @return true if that is enough
   */
  boolean isMetBy(Standing caller);

  /**
   * Every scope that the operation needs, for the challenge.
   *
   * @return the scopes; empty if none is needed
   */
  default Scopes scopes() {
    return Scopes.none();
  }

  /**
   * What is required, for the reader of a log.
   *
   * @return a few words
   */
  String text();

  /** Nothing, not even a token. */
  record Anonymous() implements Requirement {

    @Override
    public boolean isMetBy(Standing caller) {
      return true;
    }

    @Override
    public String text() {
      return "nothing: open to everybody";
    }
  }

  /** Any valid token. */
  record Authenticated() implements Requirement {

    @Override
    public boolean isMetBy(Standing caller) {
      return true;
    }

    @Override
    public String text() {
      return "any valid token";
    }
  }

  /** What nobody can meet. */
  record Denied() implements Requirement {

    @Override
    public boolean isMetBy(Standing caller) {
      return false;
    }

    @Override
    public String text() {
      return "closed to everybody";
    }
  }

  /**
   * A valid token with scopes.
   *
   * @param scopes the scopes, at least one
   * @param match whether all of them or one of them
   */
  record Scoped(Scopes scopes, RequiresScope.Match match) implements Requirement {

    @Override
    public boolean isMetBy(Standing caller) {
      return switch (match) {
        case ALL -> caller.scopes().containsAll(scopes);
        case ANY -> caller.scopes().containsAny(scopes);
      };
    }

    @Override
    public String text() {
      return "scope " + String.join(match == RequiresScope.Match.ALL ? " and " : " or ", scopes);
    }
  }

  /**
   * A valid token of a caller in a role.
   *
   * @param roles the roles of which one is needed, at least one
   */
  record InRole(Set<String> roles) implements Requirement {

    /** Any caller with a token, as Jakarta Servlet §13.8.1 and Jakarta Enterprise Beans mean it. */
    private static final String ANY_AUTHENTICATED = "**";

    /** Copies the set. */
    public InRole {
      roles = Set.copyOf(roles);
    }

    @Override
    public boolean isMetBy(Standing caller) {
      return roles.contains(ANY_AUTHENTICATED)
          || roles.stream().anyMatch(role -> caller.token().roles().contains(role));
    }

    @Override
    public String text() {
      return "role " + String.join(" or ", roles.stream().sorted().toList());
    }
  }

  /**
   * A token of a user who was authenticated in a certain way, or recently (RFC 9470).
   *
   * @param acrValues the authentication context class references of which one is needed, in the
   *     order of preference; empty if any is enough
   * @param maxAge how long ago the authentication may be; empty if there is no limit
   */
  record UserAuthentication(List<String> acrValues, Optional<Duration> maxAge)
      implements Requirement {

    /** Copies the list. */
    public UserAuthentication {
      acrValues = List.copyOf(acrValues);
    }

    @Override
    public boolean isMetBy(Standing caller) {
      return (acrValues.isEmpty() || caller.acr().filter(acrValues::contains).isPresent())
          && (maxAge.isEmpty() || caller.isAuthenticatedWithin(maxAge.get()));
    }

    @Override
    public String text() {
      String acr = acrValues.isEmpty() ? "" : " of acr " + String.join(" or ", acrValues);
      return "authentication"
          + acr
          + maxAge.map(age -> " within " + age.toSeconds() + " s").orElse("");
    }
  }
}
