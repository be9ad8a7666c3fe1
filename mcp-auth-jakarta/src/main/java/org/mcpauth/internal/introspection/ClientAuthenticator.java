// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.Secret;

/**
 * Authenticates this resource to one authorization server (RFC 7662 §2.1), in the way that is
 * configured. Thread-safe.
 */
public final class ClientAuthenticator {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** An assertion is used at once; what of it leaks is worthless a minute later. */
  private static final Duration ASSERTION_LIFETIME = Duration.ofSeconds(60);

  private final IssuerSettings.Client client;
  private final String issuer;
  private final Optional<AssertionSigner> signer;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes an authenticator.
   *
   * @param settings the authorization server, and who this resource is to it
   * @param signer signs assertions, for {@link ClientAuthentication#PRIVATE_KEY_JWT}
   * @param clock tells the time
   * @throws ConfigurationException if something is not configured that the way needs
   */
  public ClientAuthenticator(
      IssuerSettings settings, Optional<AssertionSigner> signer, Clock clock) {
    this.client = settings.client();
    this.issuer = settings.issuer();
    this.signer = signer;
    this.clock = clock;
    requireComplete();
  }

  private void requireComplete() {
    boolean named = !client.id().isEmpty();
    switch (client.authentication()) {
      case NONE -> {}
      case BEARER -> require("mcp.auth.client.token", client.token() != null);
      case PRIVATE_KEY_JWT -> {
        require("mcp.auth.client.id", named);
        require("mcp.auth.client.private-key", signer.isPresent());
      }
      case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> {
        require("mcp.auth.client.id", named);
        require("mcp.auth.client.secret", client.secret() != null);
      }
    }
  }

  private void require(String key, boolean present) {
    if (!present) {
      throw new ConfigurationException(
          Message.CLIENT_INCOMPLETE.with(key, client.authentication(), issuer));
    }
  }

  /** Tells whether requests carry anything that the authorization server could refuse. */
  boolean isAuthenticated() {
    return client.authentication() != ClientAuthentication.NONE;
  }

  /**
   * The credentials for one request; assertions are good for one only.
   *
   * @return what to add to the request
   */
  public ClientCredentials credentials() {
    return switch (client.authentication()) {
      case NONE -> ClientCredentials.NONE;
      case BEARER -> ClientCredentials.header("Bearer " + reveal(client.token()));
      case CLIENT_SECRET_BASIC -> ClientCredentials.header("Basic " + basic());
      case CLIENT_SECRET_POST ->
          new ClientCredentials(
              Map.of(), Map.of("client_id", client.id(), "client_secret", reveal(client.secret())));
      case PRIVATE_KEY_JWT ->
          new ClientCredentials(
              Map.of(),
              Map.of(
                  "client_id",
                  client.id(),
                  "client_assertion_type",
                  ASSERTION_TYPE,
                  "client_assertion",
                  assertion()));
    };
  }

  /** RFC 6749 §2.3.1: form-encoded first, so that a colon in the identifier is none. */
  private String basic() {
    String pair =
        URLEncoder.encode(client.id(), StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(reveal(client.secret()), StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * RFC 7523 §3. The audience is the issuer identifier and nothing else: an endpoint's URL, which
   * metadata says, could be that of another server to which the assertion would then be good.
   */
  private String assertion() {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", client.id());
    claims.put("sub", client.id());
    claims.put("aud", issuer);
    claims.put("jti", randomId());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(ASSERTION_LIFETIME).getEpochSecond());
    return signer.orElseThrow(() -> new IllegalStateException("no signer")).sign(claims, "JWT");
  }

  private String randomId() {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static String reveal(@Nullable Secret secret) {
    if (secret == null) {
      throw new IllegalStateException("checked in the constructor");
    }
    return secret.value();
  }
}
