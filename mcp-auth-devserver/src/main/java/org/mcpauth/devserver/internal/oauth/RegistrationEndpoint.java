// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientInformationResponse;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.RandomToken;

/** Dynamic client registration (RFC 7591 §3), open to everybody on this machine. */
final class RegistrationEndpoint implements Endpoint {

  private final ServerSettings settings;
  private final ClientDirectory clients;

  RegistrationEndpoint(ServerSettings settings, ClientDirectory clients) {
    this.settings = settings;
    this.clients = clients;
  }

  @Override
  public Response handle(Request request) {
    try {
      ClientMetadata metadata =
          ClientRegistrationRequest.parse(
                  Messages.post(request, settings.endpoint(Paths.REGISTRATION)))
              .getClientMetadata();
      metadata.applyDefaults();
      check(metadata);
      ClientInformation client = register(metadata);
      return Messages.success(new ClientInformationResponse(client, true).toHTTPResponse());
    } catch (GeneralException e) {
      return Messages.error(asRegistrationError(e));
    }
  }

  private ClientInformation register(ClientMetadata metadata) {
    boolean withSecret =
        metadata.getTokenEndpointAuthMethod().equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            || metadata
                .getTokenEndpointAuthMethod()
                .equals(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    ClientInformation client =
        new ClientInformation(
            new ClientID(UUID.randomUUID().toString()),
            Date.from(settings.clock().instant()),
            metadata,
            withSecret ? new Secret(RandomToken.next()) : null);
    clients.register(client);
    return client;
  }

  private static void check(ClientMetadata metadata) throws GeneralException {
    require(
        MetadataDocument.GRANT_TYPES.containsAll(metadata.getGrantTypes()),
        "unsupported grant_types");
    require(
        Set.of(ResponseType.CODE).containsAll(metadata.getResponseTypes()),
        "unsupported response_types");
    ClientAuthenticationMethod method = metadata.getTokenEndpointAuthMethod();
    require(
        MetadataDocument.AUTH_METHODS.contains(method), "unsupported token_endpoint_auth_method");
    require(
        !ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(method) || metadata.getJWKSet() != null,
        "private_key_jwt needs jwks");
    checkRedirectUris(metadata);
  }

  private static void checkRedirectUris(ClientMetadata metadata) throws GeneralException {
    boolean none = metadata.getRedirectionURIs() == null || metadata.getRedirectionURIs().isEmpty();
    if (metadata.getGrantTypes().contains(GrantType.AUTHORIZATION_CODE) && none) {
      throw Messages.refusal(RegistrationError.INVALID_REDIRECT_URI, "redirect_uris is missing");
    }
    if (!none && !metadata.getRedirectionURIs().stream().allMatch(RedirectUris::mayBeRegistered)) {
      throw Messages.refusal(
          RegistrationError.INVALID_REDIRECT_URI,
          "redirect_uris must be https, http on loopback, or of a private-use scheme");
    }
  }

  private static void require(boolean condition, String otherwise) throws GeneralException {
    if (!condition) {
      throw Messages.refusal(RegistrationError.INVALID_CLIENT_METADATA, otherwise);
    }
  }

  /** RFC 7591 §3.2.2 has its own codes; the SDK uses those of RFC 6749 for syntax. */
  private static GeneralException asRegistrationError(GeneralException e) {
    @Nullable ErrorObject error = e.getErrorObject();
    boolean own =
        error != null
            && (RegistrationError.INVALID_REDIRECT_URI.getCode().equals(error.getCode())
                || RegistrationError.INVALID_CLIENT_METADATA.getCode().equals(error.getCode()));
    return own
        ? e
        : Messages.refusal(
            RegistrationError.INVALID_CLIENT_METADATA, String.valueOf(e.getMessage()));
  }
}
