// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.devserver.internal.keys.PublicJwk;

/**
 * A client that is known from the start, without registration.
 *
 * @param id the {@code client_id}
 * @param secret the {@code client_secret}; empty for a public client (OAuth 2.1 §2.1)
 * @param redirectUris where authorization responses may go: compared exactly, but for the port of
 *     loopback ones
 * @param keys the public keys of a client that authenticates by {@code private_key_jwt}; else empty
 */
public record DevClient(
    String id, Optional<String> secret, Set<URI> redirectUris, List<PublicKey> keys) {

  /**
   * Copies the collections.
   *
   * @param id the {@code client_id}
   * @param secret the {@code client_secret}
   * @param redirectUris where authorization responses may go
   * @param keys the public keys
   */
  public DevClient {
    redirectUris = Set.copyOf(redirectUris);
    keys = List.copyOf(keys);
  }

  /**
   * A client without keys.
   *
   * @param id the {@code client_id}
   * @param secret the {@code client_secret}
   * @param redirectUris where authorization responses may go
   */
  public DevClient(String id, Optional<String> secret, Set<URI> redirectUris) {
    this(id, secret, redirectUris, List.of());
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
   * A client that authenticates by {@code private_key_jwt} (RFC 7523 §2.2, OpenID Connect Core 1.0
   * §9). Its assertions need {@code jti}, and each is good once.
   *
   * @param id the {@code client_id}
   * @param keys at least one, RSA or EC, of which any may sign
   * @return a client without redirect URIs
   * @throws IllegalArgumentException if there is no key, or one of another kind
   */
  public static DevClient privateKeyJwt(String id, PublicKey... keys) {
    boolean usable = Stream.of(keys).allMatch(key -> key instanceof RSAKey || key instanceof ECKey);
    if (keys.length == 0 || !usable) {
      throw new IllegalArgumentException("private_key_jwt needs RSA or EC keys");
    }
    return new DevClient(id, Optional.empty(), Set.of(), List.of(keys));
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
    return new DevClient(id, secret, all, keys);
  }

  ClientInformation toClientInformation() {
    ClientMetadata metadata = new ClientMetadata();
    metadata.setRedirectionURIs(redirectUris);
    metadata.setResponseTypes(Set.of(ResponseType.CODE));
    metadata.setGrantTypes(
        isConfidential()
            ? Set.of(
                GrantType.AUTHORIZATION_CODE,
                GrantType.REFRESH_TOKEN,
                GrantType.CLIENT_CREDENTIALS,
                GrantType.TOKEN_EXCHANGE)
            : Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
    if (!isConfidential()) {
      metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.NONE);
    }
    if (!keys.isEmpty()) {
      metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
      metadata.setJWKSet(new JWKSet(keys.stream().map(PublicJwk::of).toList()));
    }
    return new ClientInformation(
        new ClientID(id), null, metadata, secret.map(Secret::new).orElse(null));
  }

  private boolean isConfidential() {
    return secret.isPresent() || !keys.isEmpty();
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "DevClient[" + id + ", redirectUris=" + redirectUris + "]";
  }
}
