// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.http.Route;
import org.mcpauth.devserver.internal.keys.KeyRing;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** The endpoints, wired together. */
public final class AuthorizationServer {

  private static final Set<String> GET = Set.of("GET");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> GET_AND_POST = Set.of("GET", "POST");

  private final ServerSettings settings;
  private final KeyRing keys;
  private final List<Route> routes = new ArrayList<>();
  private final AccessTokens accessTokens;

  /**
   * Wires the endpoints.
   *
   * @param settings the settings
   * @param preregistered clients that need no registration
   * @param keys what signs
   * @param accessTokens what was issued
   * @param signer signs answers of introspection
   */
  public AuthorizationServer(
      ServerSettings settings,
      List<ClientInformation> preregistered,
      KeyRing keys,
      AccessTokens accessTokens,
      IntrospectionSigner signer) {
    this.settings = settings;
    this.keys = keys;
    this.accessTokens = accessTokens;
    DocumentFetcher fetcher = new DocumentFetcher(settings.remoteClientMetadata());
    ClientDirectory clients =
        new ClientDirectory(preregistered, new ClientMetadataDocuments(fetcher), settings);
    RefreshTokens refreshTokens = new RefreshTokens(settings, accessTokens);
    AuthorizationCodes codes = new AuthorizationCodes(settings, refreshTokens::revokeGrant);
    discovery();
    authorization(new AuthorizationRequests(settings, clients), new CodeIssuer(codes));
    ClientAuthenticator authenticator = new ClientAuthenticator(clients, settings);
    tokens(authenticator, codes, refreshTokens);
    introspection(new IntrospectionCallers(authenticator, settings.introspectionCaller()), signer);
    route(Paths.REGISTRATION, POST, true, new RegistrationEndpoint(settings, clients));
  }

  private void discovery() {
    Endpoint oauth =
        request -> Messages.document(MetadataDocument.oauth(settings, keys.current().algorithm()));
    Endpoint openId =
        request ->
            Response.json(
                200, MetadataDocument.openId(settings, keys.current().algorithm()).toJSONString());
    route(Paths.OAUTH_METADATA, GET, true, oauth);
    route(Paths.OPENID_METADATA, GET, true, openId);
    String issuerPath = settings.endpoint("").getRawPath();
    if (!issuerPath.isEmpty()) {
      // RFC 8414 §3.1 inserts the well-known part before the issuer's path.
      routes.add(new Route(Paths.OAUTH_METADATA + issuerPath, GET, true, oauth));
      routes.add(new Route(Paths.OPENID_METADATA + issuerPath, GET, true, openId));
    }
    route(Paths.JWKS, GET, true, request -> Response.document(keys.published().toString()));
  }

  private void authorization(AuthorizationRequests requests, CodeIssuer codeIssuer) {
    if (!settings.interactive()) {
      Approval automatic =
          (transaction, request) ->
              Response.redirect(
                  302,
                  codeIssuer.approve(
                      transaction, settings.autoApprovedUser(), transaction.scopes()));
      route(Paths.AUTHORIZATION, GET, false, new AuthorizationEndpoint(requests, automatic));
      return;
    }
    InteractiveApproval person = new InteractiveApproval(settings, codeIssuer);
    route(Paths.AUTHORIZATION, GET, false, new AuthorizationEndpoint(requests, person));
    route(Paths.LOGIN, POST, false, person::login);
    route(Paths.CONSENT, POST, false, person::consent);
  }

  private void tokens(
      ClientAuthenticator authenticator, AuthorizationCodes codes, RefreshTokens refreshTokens) {
    route(
        Paths.TOKEN,
        POST,
        true,
        new TokenEndpoint(settings, authenticator, codes, refreshTokens, accessTokens));
    route(
        Paths.REVOCATION,
        POST,
        true,
        new RevocationEndpoint(settings, authenticator, accessTokens, refreshTokens));
  }

  private void introspection(IntrospectionCallers callers, IntrospectionSigner signer) {
    route(
        Paths.INTROSPECTION,
        POST,
        false,
        new IntrospectionEndpoint(settings, callers, accessTokens, signer));
    route(Paths.USER_INFO, GET_AND_POST, true, new UserInfoEndpoint(accessTokens));
    if (settings.jwtValidation()) {
      route(Paths.JWT_VALIDATION, GET, false, new JwtValidationEndpoint(accessTokens));
    }
  }

  private void route(String path, Set<String> methods, boolean crossOrigin, Endpoint endpoint) {
    routes.add(new Route(settings.endpoint(path).getPath(), methods, crossOrigin, endpoint));
  }

  /**
   * What is found where.
   *
   * @return all routes
   */
  public List<Route> routes() {
    return List.copyOf(routes);
  }
}
