// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.util.Optional;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** Token revocation (RFC 7009). A token that nobody knows is as good as revoked: 200. */
final class RevocationEndpoint implements Endpoint {

  private final ServerSettings settings;
  private final ClientAuthenticator authenticator;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;

  RevocationEndpoint(
      ServerSettings settings,
      ClientAuthenticator authenticator,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens) {
    this.settings = settings;
    this.authenticator = authenticator;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
  }

  @Override
  public Response handle(Request request) {
    try {
      TokenRevocationRequest revocation =
          TokenRevocationRequest.parse(Messages.form(request, settings.endpoint(Paths.REVOCATION)));
      ClientInformation client =
          authenticator.identify(
              request, revocation.getClientAuthentication(), revocation.getClientID());
      revoke(revocation.getToken().getValue(), client.getID().getValue());
      return Response.empty(200);
    } catch (GeneralException e) {
      return Messages.error(e);
    }
  }

  private void revoke(String token, String clientId) throws GeneralException {
    Optional<String> owner = refreshTokens.clientOf(token).or(() -> accessTokens.clientOf(token));
    if (owner.isPresent() && !owner.get().equals(clientId)) {
      throw Messages.refusal(
          OAuth2Error.UNAUTHORIZED_CLIENT, "the token was issued to another client");
    }
    refreshTokens.revoke(token);
    accessTokens.revoke(token);
  }
}
