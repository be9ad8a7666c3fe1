// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/** A request of a client that does everything right, until it is told to do something wrong. */
final class Sender {

  static final String TOKEN = "eyJ.header.and-claims";
  static final URI TARGET = URI.create("https://api.example.com/mcp");
  static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private String method = "POST";
  private boolean dpopScheme = true;
  private @Nullable ClientCertificate certificate;

  static Dpop dpop(SenderConstraint constraint) {
    return dpop(constraint, 100, false);
  }

  static Dpop dpop(SenderConstraint constraint, int replayCacheSize, boolean nonce) {
    return new Dpop(
        constraint,
        List.of("ES256", "RS256", "PS256"),
        MAX_AGE,
        replayCacheSize,
        nonce,
        Duration.ofMinutes(5));
  }

  /** A proof that is right for {@link #TOKEN}. */
  static TokenBuilder proof(SigningKey key, Clock clock) {
    return new TokenBuilder(key)
        .withoutHeader("kid")
        .header("typ", "dpop+jwt")
        .header("jwk", key.publicJwk())
        .claim("jti", UUID.randomUUID().toString())
        .claim("htm", "POST")
        .claim("htu", TARGET.toString())
        .claim("iat", clock.instant().getEpochSecond())
        .claim("ath", hash(TOKEN));
  }

  static String hash(String token) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Sender header(String name, String... values) {
    headers.put(name, List.of(values));
    return this;
  }

  Sender proofs(String... values) {
    return header("DPoP", values);
  }

  Sender method(String other) {
    method = other;
    return this;
  }

  Sender bearer() {
    dpopScheme = false;
    return this;
  }

  Sender certificate(ClientCertificate used) {
    certificate = used;
    return this;
  }

  PresentedToken presented() {
    return new PresentedToken(
        TOKEN,
        dpopScheme,
        method,
        () -> TARGET,
        name -> headers.getOrDefault(name, List.of()),
        () -> Optional.ofNullable(certificate).map(ClientCertificate::x509));
  }
}
