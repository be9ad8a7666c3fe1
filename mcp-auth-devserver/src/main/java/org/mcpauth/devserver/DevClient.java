// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client that is known from the start, without registration.
 *
 * @param id the {@code client_id}
 * @param secret the {@code client_secret}; empty for a public client (OAuth 2.1 §2.1)
 * @param redirectUris where authorization responses may go: compared exactly, but for the port of
 *     loopback ones
 */
public record DevClient(String id, Optional<String> secret, Set<URI> redirectUris) {

  /**
   * Copies the redirect URIs.
   *
   * @param id the {@code client_id}
   * @param secret the {@code client_secret}
   * @param redirectUris where authorization responses may go
   */
  public DevClient {
    redirectUris = Set.copyOf(redirectUris);
  }

  /**
   * A client with a secret, sent by {@code client_secret_basic} or {@code client_secret_post}.
   *
   * @param id the {@code client_id}
   * @param secret the {@code client_secret}
   * @return a client without redirect URIs
   */
  public static DevClient confidential(String id, String secret) {
    return new DevClient(id, Optional.of(secret), Set.of());
  }

  /**
   * A client without a secret.
   *
   * @param id the {@code client_id}
   * @return a client without redirect URIs
   */
  public static DevClient publicClient(String id) {
    return new DevClient(id, Optional.empty(), Set.of());
  }

  /**
   * The same client with more redirect URIs.
   *
   * @param uris absolute URIs
   * @return a new value
   */
  public DevClient redirectUri(String... uris) {
    Set<URI> all =
        Stream.concat(redirectUris.stream(), Stream.of(uris).map(URI::create))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new DevClient(id, secret, all);
  }

  ClientInformation toClientInformation() {
    ClientMetadata metadata = new ClientMetadata();
    metadata.setRedirectionURIs(redirectUris);
    metadata.setResponseTypes(Set.of(ResponseType.CODE));
    metadata.setGrantTypes(
        secret.isPresent()
            ? Set.of(
                GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS)
            : Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
    if (secret.isEmpty()) {
      metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.NONE);
    }
    return new ClientInformation(
        new ClientID(id), null, metadata, secret.map(Secret::new).orElse(null));
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "DevClient[" + id + ", redirectUris=" + redirectUris + "]";
  }
}
