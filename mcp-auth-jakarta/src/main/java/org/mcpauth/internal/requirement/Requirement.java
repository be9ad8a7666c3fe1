// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;

/** What an operation requires of its caller. */
public sealed interface Requirement {

  /**
   * Tells whether a caller with a verified token satisfies this requirement.
   *
   * @param granted the scopes of the token and all that they imply
   * @return true if they are enough
   */
  boolean isSatisfiedBy(Scopes granted);

  /**
   * Every scope that the operation needs, for the challenge.
   *
   * @return the scopes; empty if none is needed
   */
  Scopes scopes();

  /** Nothing, not even a token. */
  record Anonymous() implements Requirement {

    @Override
    public boolean isSatisfiedBy(Scopes granted) {
      return true;
    }

    @Override
    public Scopes scopes() {
      return Scopes.none();
    }
  }

  /** Any valid token. */
  record Authenticated() implements Requirement {

    @Override
    public boolean isSatisfiedBy(Scopes granted) {
      return true;
    }

    @Override
    public Scopes scopes() {
      return Scopes.none();
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
    public boolean isSatisfiedBy(Scopes granted) {
      return switch (match) {
        case ALL -> granted.containsAll(scopes);
        case ANY -> granted.containsAny(scopes);
      };
    }
  }
}
