// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** Client authentication: OAuth 2.1 §2.4, RFC 7523 §2.2. */
final class ClientAuthenticator {

  private static final Set<ClientAuthenticationMethod> WITH_SECRET =
      Set.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
          ClientAuthenticationMethod.CLIENT_SECRET_POST);

  private final ClientDirectory clients;
  private final ClientAuthenticationVerifier<ClientInformation> verifier;

  ClientAuthenticator(ClientDirectory clients, ServerSettings settings) {
    this.clients = clients;
    Set<Audience> audiences =
        Set.of(
            new Audience(settings.issuer()),
            new Audience(settings.endpoint(Paths.TOKEN)),
            new Audience(settings.endpoint(Paths.INTROSPECTION)),
            new Audience(settings.endpoint(Paths.REVOCATION)));
    this.verifier =
        new ClientAuthenticationVerifier<>(
            new RegisteredCredentials(),
            audiences,
            // The endpoint as audience is what most clients send; RFC 7523bis wants the issuer.
            JWTAudienceCheck.LEGACY,
            new UsedAssertions(settings));
  }

  /** A confidential client proves itself; a public one only names itself. */
  ClientInformation identify(
      Request request, @Nullable ClientAuthentication credentials, @Nullable ClientID id)
      throws GeneralException {
    if (credentials != null) {
      return authenticate(request, credentials);
    }
    if (id == null) {
      throw invalidClient();
    }
    ClientInformation client = find(id);
    if (!ClientAuthenticationMethod.NONE.equals(method(client))) {
      throw invalidClient();
    }
    return client;
  }

  /** Only clients with credentials pass. */
  ClientInformation authenticate(Request request, @Nullable ClientAuthentication credentials)
      throws GeneralException {
    if (credentials == null) {
      throw invalidClient();
    }
    refuseOtherId(request, credentials.getClientID());
    ClientInformation client = find(credentials.getClientID());
    @Nullable ClientAuthenticationMethod registered = method(client);
    // Preregistered clients name no method: both ways to send the secret are fine.
    boolean fits =
        registered == null
            ? WITH_SECRET.contains(credentials.getMethod())
            : registered.equals(credentials.getMethod());
    if (!fits) {
      throw invalidClient();
    }
    requireAssertionId(credentials);
    Context<ClientInformation> context = new Context<>();
    context.set(client);
    try {
      verifier.verify(credentials, null, context);
      return client;
    } catch (InvalidClientException | JOSEException e) {
      throw invalidClient();
    }
  }

  /** Optional in RFC 7523 §3, but without it an assertion would be good more than once. */
  private static void requireAssertionId(ClientAuthentication credentials) throws GeneralException {
    if (credentials instanceof JWTAuthentication assertion
        && assertion.getJWTAuthenticationClaimsSet().getJWTID() == null) {
      throw invalidClient();
    }
  }

  /** The body may repeat who the client is, but not say something else. */
  private static void refuseOtherId(Request request, ClientID id) throws GeneralException {
    List<String> ids = request.formParameters().getOrDefault("client_id", List.of());
    if (!ids.isEmpty() && !ids.contains(id.getValue())) {
      throw Messages.invalidRequest("client_id is not the client that authenticates");
    }
  }

  private ClientInformation find(ClientID id) throws GeneralException {
    return clients.find(id.getValue()).orElseThrow(ClientAuthenticator::invalidClient);
  }

  private static @Nullable ClientAuthenticationMethod method(ClientInformation client) {
    return client.getMetadata().getTokenEndpointAuthMethod();
  }

  /** One answer for all causes: who guesses learns nothing. */
  private static GeneralException invalidClient() {
    return Messages.refusal(OAuth2Error.INVALID_CLIENT, "client authentication failed");
  }

  private static final class RegisteredCredentials
      implements ClientCredentialsSelector<ClientInformation> {

    @Override
    public List<Secret> selectClientSecrets(
        ClientID id, ClientAuthenticationMethod method, Context<ClientInformation> context) {
      @Nullable Secret secret = context.get().getSecret();
      return secret == null ? List.of() : List.of(secret);
    }

    @Override
    public List<? extends PublicKey> selectPublicKeys(
        ClientID id,
        ClientAuthenticationMethod method,
        JWSHeader header,
        boolean forceRefresh,
        Context<ClientInformation> context)
        throws InvalidClientException {
      @Nullable JWKSet keys = context.get().getMetadata().getJWKSet();
      List<PublicKey> candidates = new ArrayList<>();
      for (JWK key : keys == null ? List.<JWK>of() : keys.getKeys()) {
        try {
          if (key instanceof AsymmetricJWK asymmetric && fits(key, header.getAlgorithm())) {
            candidates.add(asymmetric.toPublicKey());
          }
        } catch (JOSEException e) {
          throw new InvalidClientException("a key of the client cannot be read");
        }
      }
      return candidates;
    }

    /** One key of another kind would end the verification before the right one is tried. */
    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
      return key instanceof ECKey ec
          ? Curve.forJWSAlgorithm(algorithm) != null
              && Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve())
          : key.getKeyType().equals(KeyType.forAlgorithm(algorithm));
    }
  }
}
