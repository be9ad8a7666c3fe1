// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import java.util.Optional;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;

/**
 * Verifies access tokens that are not JWTs of a configured authorization server: opaque tokens or
 * those of a vendor with an endpoint of its own.
 *
 * <p>Verifiers that are CDI beans are asked before the built-in one, those with a smaller
 * {@code @Priority} first; the first that knows the token decides. Whatever they return, the
 * library still checks issuer, audience and lifetime: a verifier cannot let a token of another
 * resource pass.
 *
 * <p>Results are cached for as long as {@code mcp.auth.token-cache.ttl} says, never past {@code
 * exp}.
 */
@FunctionalInterface
public interface TokenVerifier {

  /**
   * Verifies one token.
   *
   * @param token the token as the client sent it: untrusted, of any form, not to be logged
   * @return the claims of the token, verified; empty if the token is not one of this verifier's, so
   *     that the next verifier is asked
   * @throws InvalidTokenException if the token is one of this verifier's and not valid
   * @throws AuthorizationServerUnavailableException if that cannot be found out at the moment
   */
  Optional<VerifiedClaims> verify(String token);
}
