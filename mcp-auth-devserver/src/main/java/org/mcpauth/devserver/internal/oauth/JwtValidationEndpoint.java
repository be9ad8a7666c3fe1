// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.util.Map;
import java.util.Optional;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;

/**
 * Validation of JWTs as FusionAuth has it: the token authenticates itself, the answer is its claims
 * or nothing. Of any {@code typ}: who asks must look at the claims.
 */
final class JwtValidationEndpoint implements Endpoint {

  private static final String BEARER = "Bearer ";

  private final AccessTokens accessTokens;

  JwtValidationEndpoint(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public Response handle(Request request) {
    Optional<String> token =
        request
            .header("Authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).trim());
    return token
        .flatMap(accessTokens::valid)
        .map(claims -> Messages.json(200, Map.of("jwt", claims)))
        .orElseGet(() -> Response.empty(401));
  }
}
