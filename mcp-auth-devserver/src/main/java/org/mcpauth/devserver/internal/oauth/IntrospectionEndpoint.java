// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/**
 * Token introspection (RFC 7662) for authenticated callers, signed on demand (RFC 9701). Refresh
 * tokens are never active here: a protected resource has no use for them, and one that is sent as a
 * bearer token must not pass.
 */
final class IntrospectionEndpoint implements Endpoint {

  private final ServerSettings settings;
  private final IntrospectionCallers callers;
  private final AccessTokens accessTokens;
  private final IntrospectionSigner signer;

  IntrospectionEndpoint(
      ServerSettings settings,
      IntrospectionCallers callers,
      AccessTokens accessTokens,
      IntrospectionSigner signer) {
    this.settings = settings;
    this.callers = callers;
    this.accessTokens = accessTokens;
    this.signer = signer;
  }

  @Override
  public Response handle(Request request) {
    try {
      TokenIntrospectionRequest introspection =
          TokenIntrospectionRequest.parse(
              Messages.form(request, settings.endpoint(Paths.INTROSPECTION)));
      String caller = callers.identify(request, introspection);
      Map<String, Object> answer = describe(introspection.getToken().getValue());
      return wantsSignature(request)
          ? Response.uncached(200, IntrospectionSigner.MEDIA_TYPE, signer.sign(caller, answer))
          : Messages.json(200, answer);
    } catch (GeneralException e) {
      return Messages.error(e);
    }
  }

  /** RFC 9701 §4. */
  private static boolean wantsSignature(Request request) {
    return request.headers().getOrDefault("accept", List.of()).stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(range -> range.split(";", 2)[0].trim())
        .anyMatch(IntrospectionSigner.MEDIA_TYPE::equalsIgnoreCase);
  }

  /** RFC 7662 §2.2: of a token that is not active nothing else is said. */
  private Map<String, Object> describe(String token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("active", false);
    accessTokens
        .active(token)
        .map(IssuedToken::introspection)
        .ifPresent(
            members -> {
              answer.put("active", true);
              answer.putAll(members);
            });
    return answer;
  }
}
