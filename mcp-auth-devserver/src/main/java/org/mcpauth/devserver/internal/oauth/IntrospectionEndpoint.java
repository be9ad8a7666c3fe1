// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/**
 * Token introspection (RFC 7662) for authenticated clients. Refresh tokens are never active here: a
 * protected resource has no use for them, and one that is sent as a bearer token must not pass.
 */
final class IntrospectionEndpoint implements Endpoint {

  private final ServerSettings settings;
  private final ClientAuthenticator authenticator;
  private final AccessTokens accessTokens;

  IntrospectionEndpoint(
      ServerSettings settings, ClientAuthenticator authenticator, AccessTokens accessTokens) {
    this.settings = settings;
    this.authenticator = authenticator;
    this.accessTokens = accessTokens;
  }

  @Override
  public Response handle(Request request) {
    try {
      TokenIntrospectionRequest introspection =
          TokenIntrospectionRequest.parse(
              Messages.form(request, settings.endpoint(Paths.INTROSPECTION)));
      authenticator.authenticate(request, introspection.getClientAuthentication());
      Optional<JWTClaimsSet> claims = accessTokens.active(introspection.getToken().getValue());
      return Messages.success(describe(claims).toHTTPResponse());
    } catch (GeneralException e) {
      return Messages.error(e);
    }
  }

  private static TokenIntrospectionSuccessResponse describe(Optional<JWTClaimsSet> claims) {
    TokenIntrospectionSuccessResponse.Builder response =
        new TokenIntrospectionSuccessResponse.Builder(claims.isPresent());
    if (claims.isPresent()) {
      response.tokenType(AccessTokenType.BEARER);
      for (Map.Entry<String, Object> claim : claims.get().toJSONObject().entrySet()) {
        response.parameter(claim.getKey(), claim.getValue());
      }
    }
    return response.build();
  }
}
