// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import java.util.LinkedHashMap;
import java.util.Map;
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
      return Messages.json(200, describe(introspection.getToken().getValue()));
    } catch (GeneralException e) {
      return Messages.error(e);
    }
  }

  /** RFC 7662 §2.2: of a token that is not active nothing else is said. */
  private Map<String, Object> describe(String token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("active", false);
    accessTokens
        .active(token)
        .ifPresent(
            members -> {
              answer.put("active", true);
              answer.putAll(members);
            });
    return answer;
  }
}
