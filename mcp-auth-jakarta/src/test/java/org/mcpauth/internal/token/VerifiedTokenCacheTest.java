// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.VerifiedClaims;

/** What a counting verifier says is remembered for 300 s, and never longer than the token lives. */
class VerifiedTokenCacheTest {

  private final MutableClock clock = new MutableClock();
  private final AtomicInteger verified = new AtomicInteger();
  private long lifetime = 3600;
  private Optional<Duration> cacheableFor = Optional.empty();

  @Test
  void authenticateWhenSeenBeforeThenNotVerifiedAgain() {
    TokenAuthenticator authenticator = authenticator();
    var first = authenticator.authenticate("alice");
    clock.advance(Duration.ofSeconds(299));

    assertThat(authenticator.authenticate("alice")).isSameAs(first);
    assertThat(verified).hasValue(1);
  }

  @Test
  void authenticateWhenTtlIsOverThenVerifiedAgain() {
    TokenAuthenticator authenticator = authenticator();
    authenticator.authenticate("alice");
    clock.advance(Duration.ofMinutes(5));
    authenticator.authenticate("alice");

    assertThat(verified).hasValue(2);
  }

  /** RFC 7662 §4: a cached response may be of a token that was revoked since. */
  @Test
  void authenticateWhenVerifierLimitsTheTimeThenVerifiedAgainSooner() {
    TokenAuthenticator authenticator = authenticator();
    cacheableFor = Optional.of(Duration.ofSeconds(30));
    authenticator.authenticate("alice");
    clock.advance(Duration.ofSeconds(29));
    authenticator.authenticate("alice");
    assertThat(verified).hasValue(1);

    clock.advance(Duration.ofSeconds(1));
    authenticator.authenticate("alice");
    assertThat(verified).hasValue(2);
  }

  @Test
  void authenticateWhenVerifierAllowsMoreThanTheTtlThenTtlCounts() {
    TokenAuthenticator authenticator = authenticator();
    cacheableFor = Optional.of(Duration.ofHours(1));
    authenticator.authenticate("alice");
    clock.advance(Duration.ofMinutes(5));
    authenticator.authenticate("alice");

    assertThat(verified).hasValue(2);
  }

  @Test
  void authenticateWhenVerifierAllowsNoTimeThenNothingIsRemembered() {
    TokenAuthenticator authenticator = authenticator();
    cacheableFor = Optional.of(Duration.ZERO);
    authenticator.authenticate("alice");
    authenticator.authenticate("alice");

    assertThat(verified).hasValue(2);
  }

  @Test
  void verifiedClaimsWhenTimeIsNegativeThenRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new VerifiedClaims(Map.of(), Duration.ofSeconds(-1)))
        .withMessage("cacheableFor must not be negative");
  }

  /** RFC 7662 §4: a response must not be cached beyond the expiry of the token. */
  @Test
  void authenticateWhenExpiredInCacheThenVerifiedAgain() {
    TokenAuthenticator authenticator = authenticator();
    lifetime = 100;
    authenticator.authenticate("alice");
    clock.advance(Duration.ofSeconds(99));
    authenticator.authenticate("alice");
    assertThat(verified).hasValue(1);

    lifetime = 0;
    clock.advance(Duration.ofSeconds(1));
    authenticator.authenticate("alice");
    assertThat(verified).hasValue(2);
    lifetime = -60;
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> authenticator.authenticate("alice"));
  }

  /** LiteLLM CVE-2026-35030: the key must not be a part of the token. */
  @Test
  void authenticateWhenTokensBeginOrEndAlikeThenNotConfused() {
    TokenAuthenticator authenticator = authenticator();
    String prefix = "a".repeat(1000);

    assertThat(authenticator.authenticate(prefix + "x").subject()).contains(prefix + "x");
    assertThat(authenticator.authenticate(prefix + "y").subject()).contains(prefix + "y");
    assertThat(authenticator.authenticate("x" + prefix).subject()).contains("x" + prefix);
    assertThat(authenticator.authenticate(prefix).subject()).contains(prefix);
    assertThat(verified).hasValue(4);
  }

  @Test
  void authenticateWhenSizeIsZeroThenNothingIsRemembered() {
    TokenAuthenticator authenticator = authenticator("mcp.auth.token-cache.size", "0");
    authenticator.authenticate("alice");
    authenticator.authenticate("alice");

    assertThat(verified).hasValue(2);
  }

  @Test
  void authenticateWhenManyTokensThenBoundIsKept() {
    TokenAuthenticator authenticator = authenticator("mcp.auth.token-cache.size", "10");
    for (int i = 0; i < 1000; i++) {
      authenticator.authenticate("token-" + i);
    }
    verified.set(0);
    for (int i = 0; i < 1000; i++) {
      authenticator.authenticate("token-" + i);
    }

    assertThat(verified.get()).isGreaterThanOrEqualTo(980);
  }

  /** AUD-2: what one resource accepted says nothing about another. */
  @Test
  void authenticateWhenTwoResourcesThenNothingIsShared() {
    TokenAuthenticator here = authenticator();
    TokenAuthenticator elsewhere = authenticator("mcp.auth.resource", "https://mcp.example.com/b");
    here.authenticate("alice");

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> elsewhere.authenticate("alice"))
        .withMessage("The access token was not issued for this resource");
    assertThat(verified).hasValue(2);
  }

  @Test
  void authenticateWhenRefusedThenNotRemembered() {
    TokenAuthenticator authenticator = authenticator();
    lifetime = -100;
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> authenticator.authenticate("alice"));
    }
    lifetime = 100;

    assertThat(authenticator.authenticate("alice")).isNotNull();
    assertThat(verified).hasValue(4);
  }

  /** GEN-4: a dump of the memory, or a line in a log, has no token that could be used. */
  @Test
  void toStringWhenDigestThenNothingOfTheToken() {
    assertThat(TokenDigest.of("5ecret").toString()).doesNotContain("5ecret");
    assertThat(TokenDigest.of("5ecret")).isEqualTo(TokenDigest.of("5ecret"));
    assertThat(TokenDigest.of("5ecret")).isNotEqualTo(TokenDigest.of("5ecreT"));
  }

  private TokenAuthenticator authenticator(String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 4);
    all[settings.length] = "mcp.auth.token-cache.ttl";
    all[settings.length + 1] = "300";
    all[settings.length + 2] = "mcp.auth.jwt.clock-skew";
    all[settings.length + 3] = "60";
    McpAuthSettings made = TestSettings.of(all);
    return new TokenAuthenticator(made, made.resources().get(0), List.of(this::verify), clock);
  }

  private Optional<VerifiedClaims> verify(String token) {
    verified.incrementAndGet();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", TestIssuer.ISSUER);
    claims.put("aud", TestSettings.RESOURCE);
    claims.put("sub", token);
    claims.put("exp", clock.instant().getEpochSecond() + lifetime);
    return Optional.of(
        cacheableFor
            .map(duration -> new VerifiedClaims(claims, duration))
            .orElseGet(() -> new VerifiedClaims(claims)));
  }
}
