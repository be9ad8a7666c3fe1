// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** The token endpoint (OAuth 2.1 §3.2) for four grant types. */
final class TokenEndpoint implements Endpoint {

  private final ServerSettings settings;
  private final ClientAuthenticator authenticator;
  private final ScopePolicy scopePolicy;
  private final TokenExchanges exchanges;
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final DpopProofVerifier proofs;

  TokenEndpoint(
      ServerSettings settings,
      ClientAuthenticator authenticator,
      AuthorizationCodes codes,
      RefreshTokens refreshTokens,
      AccessTokens accessTokens) {
    this.settings = settings;
    this.authenticator = authenticator;
    this.scopePolicy = new ScopePolicy(settings.scopes());
    this.exchanges = new TokenExchanges(scopePolicy, accessTokens);
    this.codes = codes;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.proofs = new DpopProofVerifier(settings);
  }

  @Override
  public Response handle(Request request) {
    try {
      HTTPRequest http = Messages.form(request, settings.endpoint(Paths.TOKEN));
      GrantTypes.requireKnown(request);
      TokenRequest token = TokenRequest.parse(http);
      ClientInformation client =
          authenticator.identify(request, token.getClientAuthentication(), token.getClientID());
      List<String> resources = ResourceIndicators.requested(request.formParameters());
      Optional<String> key = proofs.verify(request, client);
      return Messages.success(grant(token, client, resources, key).toHTTPResponse());
    } catch (GeneralException e) {
      return Messages.error(e);
    }
  }

  private AccessTokenResponse grant(
      TokenRequest request, ClientInformation client, List<String> resources, Optional<String> key)
      throws GeneralException {
    AuthorizationGrant grant = request.getAuthorizationGrant();
    if (grant instanceof ClientCredentialsGrant) {
      return clientCredentials(client, request.getScope(), resources, key);
    }
    if (grant instanceof AuthorizationCodeGrant code) {
      return authorizationCode(client, code, resources, key);
    }
    if (grant instanceof RefreshTokenGrant refresh) {
      return refreshToken(client, refresh, request.getScope(), resources, key);
    }
    if (grant instanceof TokenExchangeGrant exchange) {
      return tokenExchange(client, exchange, request.getScope(), resources, key);
    }
    throw Messages.refusal(OAuth2Error.UNSUPPORTED_GRANT_TYPE, "unsupported grant_type");
  }

  private AccessTokenResponse tokenExchange(
      ClientInformation client,
      TokenExchangeGrant request,
      @Nullable Scope scope,
      List<String> resources,
      Optional<String> key)
      throws GeneralException {
    GrantTypes.require(client, GrantType.TOKEN_EXCHANGE);
    GrantTypes.requireConfidential(client, GrantType.TOKEN_EXCHANGE);
    Grant grant = exchanges.exchange(client, request, scope, resources);
    return respond(grant.boundTo(key), Optional.empty());
  }

  private AccessTokenResponse clientCredentials(
      ClientInformation client, @Nullable Scope scope, List<String> resources, Optional<String> key)
      throws GeneralException {
    GrantTypes.require(client, GrantType.CLIENT_CREDENTIALS);
    GrantTypes.requireConfidential(client, GrantType.CLIENT_CREDENTIALS);
    String clientId = client.getID().getValue();
    // RFC 9068 §2.2: without a resource owner, sub names the client.
    Grant grant = Grant.of(clientId, clientId, scopePolicy.requested(scope), resources);
    return respond(grant.boundTo(key), Optional.empty());
  }

  private AccessTokenResponse authorizationCode(
      ClientInformation client,
      AuthorizationCodeGrant request,
      List<String> resources,
      Optional<String> key)
      throws GeneralException {
    GrantTypes.require(client, GrantType.AUTHORIZATION_CODE);
    Grant grant = codes.redeem(request, client.getID().getValue());
    List<String> narrowed = ResourceIndicators.narrow(resources, grant.resources());
    Optional<String> refreshToken =
        GrantTypes.mayUse(client, GrantType.REFRESH_TOKEN)
            ? Optional.of(
                refreshTokens.issue(GrantTypes.isPublic(client) ? grant.boundTo(key) : grant))
            : Optional.empty();
    return respond(grant.narrowedTo(grant.scopes(), narrowed).boundTo(key), refreshToken);
  }

  private AccessTokenResponse refreshToken(
      ClientInformation client,
      RefreshTokenGrant request,
      @Nullable Scope scope,
      List<String> resources,
      Optional<String> key)
      throws GeneralException {
    GrantTypes.require(client, GrantType.REFRESH_TOKEN);
    String token = request.getRefreshToken().getValue();
    Grant grant = refreshTokens.find(token, client.getID().getValue());
    if (grant.dpopKey().isPresent() && !grant.dpopKey().equals(key)) {
      throw Messages.refusal(OAuth2Error.INVALID_GRANT, "the refresh token is bound to a DPoP key");
    }
    List<String> scopes = ScopePolicy.narrow(scope, grant.scopes());
    List<String> narrowed = ResourceIndicators.narrow(resources, grant.resources());
    refreshTokens.use(token, grant);
    // RFC 6749 §6: the new refresh token keeps the scope of the old one.
    return respond(
        grant.narrowedTo(scopes, narrowed).boundTo(key), Optional.of(refreshTokens.issue(grant)));
  }

  private AccessTokenResponse respond(Grant grant, Optional<String> refreshToken) {
    @Nullable Scope scope = grant.scopes().isEmpty() ? null : Scope.parse(grant.scopes());
    String token = accessTokens.issue(grant);
    // Zero would leave expires_in out.
    long lifetime =
        Math.max(1, accessTokens.lifetime(grant, settings.clock().instant()).toSeconds());
    // RFC 8693 §2.2.1: what an exchanged token is has to be said.
    @Nullable TokenTypeURI type = grant.delegation().isPresent() ? TokenTypeURI.ACCESS_TOKEN : null;
    AccessToken accessToken =
        grant.dpopKey().isPresent()
            ? new DPoPAccessToken(token, lifetime, scope, type)
            : new BearerAccessToken(token, lifetime, scope, type);
    @Nullable RefreshToken refresh = refreshToken.map(RefreshToken::new).orElse(null);
    return new AccessTokenResponse(new Tokens(accessToken, refresh));
  }
}
