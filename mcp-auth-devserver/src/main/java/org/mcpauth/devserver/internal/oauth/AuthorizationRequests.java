// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** Reads authorization requests (OAuth 2.1 §4.1.1) in two steps: first whom to answer, then all. */
final class AuthorizationRequests {

  /** SHA-256 in base64url, RFC 7636 §4.2. */
  private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final ClientDirectory clients;
  private final ScopePolicy scopePolicy;
  private final Issuer issuer;

  AuthorizationRequests(ServerSettings settings, ClientDirectory clients) {
    this.clients = clients;
    this.scopePolicy = new ScopePolicy(settings.scopes());
    this.issuer = new Issuer(settings.issuer());
  }

  /** Nothing may be redirected before this succeeded (OAuth 2.1 §4.1.2.1). */
  ClientInformation client(Map<String, List<String>> parameters) throws GeneralException {
    @Nullable String clientId = single(parameters, "client_id");
    if (clientId == null) {
      throw Messages.invalidRequest("client_id is missing");
    }
    return clients
        .findFresh(clientId)
        .orElseThrow(() -> Messages.refusal(OAuth2Error.INVALID_CLIENT, "unknown client_id"));
  }

  /** The redirect URI, if it is the client's. */
  ClientRedirect redirect(ClientInformation client, Map<String, List<String>> parameters)
      throws GeneralException {
    URI redirectUri =
        RedirectUris.match(client, single(parameters, "redirect_uri"))
            .orElseThrow(
                () -> Messages.invalidRequest("redirect_uri is not registered for this client"));
    List<String> states = parameters.getOrDefault("state", List.of());
    @Nullable State state =
        states.size() == 1 && !states.get(0).isEmpty() ? new State(states.get(0)) : null;
    return new ClientRedirect(redirectUri, state, issuer);
  }

  /** The rest; what is wrong here is told to the client. */
  AuthorizationTransaction transaction(
      ClientInformation client, ClientRedirect redirect, Map<String, List<String>> parameters)
      throws GeneralException {
    Messages.refuseRepeated(parameters);
    if (parameters.containsKey("request") || parameters.containsKey("request_uri")) {
      throw Messages.refusal(OAuth2Error.REQUEST_NOT_SUPPORTED, "request objects are not read");
    }
    // First, since the SDK does not say which parameter it did not like.
    List<String> resources = ResourceIndicators.requested(parameters);
    AuthorizationRequest request = AuthorizationRequest.parse(parameters);
    checkResponse(request, client);
    return new AuthorizationTransaction(
        client, redirect, challenge(request), scopePolicy.requested(request.getScope()), resources);
  }

  private static void checkResponse(AuthorizationRequest request, ClientInformation client)
      throws GeneralException {
    if (!ResponseType.CODE.equals(request.getResponseType())) {
      throw Messages.refusal(
          OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "only response_type=code is supported");
    }
    @Nullable ResponseMode mode = request.getResponseMode();
    if (mode != null && !ResponseMode.QUERY.equals(mode)) {
      throw Messages.invalidRequest("only response_mode=query is supported");
    }
    if (!client.getMetadata().getGrantTypes().contains(GrantType.AUTHORIZATION_CODE)) {
      throw Messages.refusal(
          OAuth2Error.UNAUTHORIZED_CLIENT, "the client is not registered for this grant");
    }
  }

  /** OAuth 2.1 §7.6: always, and never plain. */
  private static String challenge(AuthorizationRequest request) throws GeneralException {
    if (request.getCodeChallenge() == null) {
      throw Messages.invalidRequest("code_challenge is missing: PKCE is required");
    }
    if (!CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
      throw Messages.invalidRequest("code_challenge_method must be S256");
    }
    String challenge = request.getCodeChallenge().getValue();
    if (!S256_CHALLENGE.matcher(challenge).matches()) {
      throw Messages.invalidRequest("code_challenge is not a SHA-256 in base64url");
    }
    return challenge;
  }

  private static @Nullable String single(Map<String, List<String>> parameters, String name)
      throws GeneralException {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Messages.invalidRequest("parameter given more than once: " + name);
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
