// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.function.Predicate;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.jose.Jose;

/**
 * Knows tokens that say that they are another issuer's: JWTs with another {@code iss}. They are not
 * sent anywhere, or one issuer could use what is meant for another. What cannot be read is nobody's
 * yet. Nothing of the token is believed for this.
 */
public final class ForeignTokens implements Predicate<String> {

  private final String issuer;

  /**
   * Knows the tokens that are not of an issuer.
   *
   * @param issuer the issuer identifier
   */
  public ForeignTokens(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public boolean test(String token) {
    try {
      Object named = Jose.parse(token).claims().get("iss");
      return named != null && !named.equals(issuer);
    } catch (InvalidTokenException e) {
      return false;
    }
  }
}
