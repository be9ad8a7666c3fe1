// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TestKeys;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.Secret;

/** Where the keys of issuers come from, who shares them, and when they are fetched again. */
class IssuersTest {

  private static final Duration TTL = Duration.ofMinutes(10);
  private static final Duration MAX_TTL = Duration.ofHours(2);
  private static final Duration AHEAD = Duration.ofMinutes(1);
  private static final Duration COOL_DOWN = Duration.ofSeconds(10);

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final MutableClock clock = new MutableClock();
  private final FakeHttpFetcher fetcher = new FakeHttpFetcher().publish(issuer);
  private final List<Runnable> background = new ArrayList<>();
  private final Issuers issuers =
      new Issuers(fetcher, JsonProvider.provider(), settings(), clock, background::add);

  @Test
  void keysWhenConfiguredAlikeThenShared() {
    KeySource one = discovered(TestIssuer.ISSUER);

    assertThat(discovered(TestIssuer.ISSUER)).isSameAs(one);
    assertThat(discovered("https://other.example")).isNotSameAs(one);
    assertThat(fetcher.calls()).isEmpty();
  }

  /** Two issuers with one jwks_uri: what one is asked for says nothing about the other. */
  @Test
  void keysWhenTwoIssuersHaveOneJwksUriThenEachHasItsOwn() {
    URI jwks = URI.create(issuer.jwksUri());
    KeySource one = issuers.keys(of("https://a.example", keys(jwks, null, null, null)));
    KeySource two = issuers.keys(of("https://b.example", keys(jwks, null, null, null)));

    assertThat(one.keysFor(header("RS256", "rsa"))).hasSize(1);
    assertThat(two).isNotSameAs(one);
    assertThat(two.isReady()).isFalse();
    assertThat(fetcher.calls()).containsExactly(issuer.jwksUri());
  }

  @Test
  void keysWhenTextIsConfiguredThenNobodyIsAsked() throws Exception {
    String pem = TestKeys.pem(TestKeys.P256.toPublicKey());
    KeySource source = issuers.keys(of(TestIssuer.ISSUER, keys(null, pem, null, null)));
    source.prepare();

    assertThat(source.isReady()).isTrue();
    assertThat(source.keysFor(header("ES256", "any"))).hasSize(1);
    assertThat(source.keysFor(header("ES384", "any"))).isEmpty();
    assertThat(source.keysFor(header("HS256", "any"))).isEmpty();
    assertThat(fetcher.calls()).isEmpty();
  }

  @Test
  void keysWhenSecretIsConfiguredThenForHmacOnly() {
    Secret secret = new Secret("s".repeat(40));
    KeySource source = issuers.keys(of(TestIssuer.ISSUER, keys(null, null, secret, null)));

    assertThat(source.keysFor(header("HS256", "any")))
        .extracting(VerificationKey::keyType)
        .containsExactly("oct");
    assertThat(source.keysFor(header("HS512", "any"))).isEmpty();
    assertThat(source.keysFor(header("RS256", "any"))).isEmpty();
  }

  @Test
  void keysWhenPublishedSetHasASecretThenItVerifiesNothing() {
    issuer.rotateTo(SigningKey.RSA, SigningKey.OCT);
    fetcher.publish(issuer);

    assertThat(discovered(TestIssuer.ISSUER).keysFor(header("HS256", "oct"))).isEmpty();
  }

  @Test
  void keysWhenConfiguredWronglyThenMessageNamesKeyButQuotesNothing() {
    Secret secret = new Secret("geheim");
    assertInvalid(
        keys(null, null, secret, null),
        "MCPAUTH-2007: mcp.auth.jwt.secret: the value for https://issuer.example.com is shorter"
            + " than 32 bytes (RFC 7518 §3.2); a good value is 64 random characters");
    assertInvalid(
        keys(null, "geheim", secret, null),
        "MCPAUTH-2007: mcp.auth.jwt.secret: the value for https://issuer.example.com cannot be"
            + " combined with mcp.auth.jwt.keys or jwks-uri; a good value is 64 random characters");
    assertInvalid(
        keys(null, "geheim", null, null),
        "MCPAUTH-2006: mcp.auth.jwt.keys: the value for https://issuer.example.com is neither PEM"
            + " nor JSON; a good value is a PEM public key or certificate, a JWK or a JWK Set");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                Issuers.decryption(List.of(of(TestIssuer.ISSUER, keys(null, null, null, secret)))))
        .withMessage(
            "MCPAUTH-2008: mcp.auth.jwt.decryption-key: the value for https://issuer.example.com is"
                + " neither PEM nor JSON; a good value is a PEM private key (PKCS#8), a JWK or a"
                + " JWK Set");
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=300, 300",
    "max-age=1, 10",
    "max-age=999999, 7200",
    "no-store, 10",
    "'no-cache, max-age=300', 10",
    "public, 600"
  })
  void keysForWhenCacheControlThenFetchedAgainAfterThat(String cacheControl, long seconds) {
    serveKeys(Map.of("Cache-Control", cacheControl));
    KeySource source = discovered(TestIssuer.ISSUER);
    source.prepare();

    clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
    source.keysFor(header("RS256", "rsa"));
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    source.keysFor(header("RS256", "rsa"));
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenNotModifiedThenTheyAreGoodForAnotherWhile() {
    List<String> conditions = new ArrayList<>();
    fetcher.serve(
        issuer.jwksUri(),
        request -> {
          String condition = request.headers().getOrDefault("If-None-Match", "none");
          conditions.add(condition);
          return condition.equals("\"v1\"")
              ? new FetchedDocument(304, "")
              : new FetchedDocument(200, Map.of("ETag", "\"v1\""), issuer.jwks());
        });
    KeySource source = discovered(TestIssuer.ISSUER);
    for (int i = 0; i < 3; i++) {
      assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
      clock.advance(TTL);
    }

    assertThat(conditions).containsExactly("none", "\"v1\"", "\"v1\"");
  }

  @Test
  void prepareWhenNotModifiedWithoutAskingThenUnavailable() {
    fetcher.serve(issuer.jwksUri(), 304, "");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> discovered(TestIssuer.ISSUER).prepare());
  }

  /** No request waits for it, however many come, and the new keys count from then on. */
  @Test
  void keysForWhenEndIsNearThenFetchedOnceInTheBackground() {
    KeySource source = discovered(TestIssuer.ISSUER);
    source.prepare();
    issuer.rotateTo(SigningKey.OTHER_RSA);
    fetcher.publish(issuer);
    clock.advance(TTL.minus(AHEAD).minusMillis(1));
    source.keysFor(header("RS256", "rsa"));
    assertThat(background).isEmpty();

    clock.advance(Duration.ofMillis(1));
    for (int i = 0; i < 10; i++) {
      assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
    }
    assertThat(background).hasSize(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(1);

    background.remove(0).run();
    assertThat(source.keysFor(header("RS256", "other-rsa"))).hasSize(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenBackgroundFailsThenOldKeysAndNextAttemptAfterCoolDown() {
    KeySource source = discovered(TestIssuer.ISSUER);
    source.prepare();
    fetcher.breakDown(issuer);
    clock.advance(TTL.minus(AHEAD));
    source.keysFor(header("RS256", "rsa"));
    background.remove(0).run();

    assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
    assertThat(background).isEmpty();
    clock.advance(COOL_DOWN);
    assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
    assertThat(background).hasSize(1);
  }

  @Test
  void keysForWhenMetadataIsFreshThenNotDiscoveredAgain() {
    KeySource source = discovered(TestIssuer.ISSUER);
    for (Duration time = Duration.ZERO; time.compareTo(MAX_TTL) < 0; time = time.plus(TTL)) {
      source.keysFor(header("RS256", "rsa"));
      clock.advance(TTL);
    }
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(1);

    source.keysFor(header("RS256", "rsa"));
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenKeysHaveMovedThenDiscoveredAgain() {
    KeySource source = discovered(TestIssuer.ISSUER);
    source.prepare();
    String moved = TestIssuer.ISSUER + "/new-jwks";
    fetcher.serve(
        issuer.metadataUri(),
        "{\"issuer\":\"" + TestIssuer.ISSUER + "\",\"jwks_uri\":\"" + moved + "\"}");
    fetcher.serve(moved, issuer.jwks());
    fetcher.serve(issuer.jwksUri(), 404, "");
    clock.advance(TTL);

    assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
    assertThat(fetcher.calls(moved)).isEqualTo(1);
  }

  @Test
  void isReadyWhenStartFailedThenAfterTheNextSuccess() {
    fetcher.breakDown(issuer);
    KeySource source = discovered(TestIssuer.ISSUER);
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(source::prepare);
    assertThat(source.isReady()).isFalse();
    fetcher.publish(issuer);
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> source.keysFor(header("RS256", "rsa")));

    clock.advance(COOL_DOWN);
    assertThat(source.keysFor(header("RS256", "rsa"))).hasSize(1);
    assertThat(source.isReady()).isTrue();
  }

  @Test
  void metadataWhenPreparedThenKnownAndShared() {
    IssuerMetadata metadata = issuers.metadata(TestIssuer.ISSUER);
    assertThat(metadata.known()).isEmpty();
    discovered(TestIssuer.ISSUER).prepare();

    assertThat(issuers.metadata(TestIssuer.ISSUER)).isSameAs(metadata);
    assertThat(metadata.known().orElseThrow().text()).isEqualTo(issuer.metadata());
  }

  @Test
  void prepareWhenMetadataHasNoJwksUriThenConfigurationException() {
    fetcher.serve(issuer.metadataUri(), "{\"issuer\":\"" + TestIssuer.ISSUER + "\"}");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> discovered(TestIssuer.ISSUER).prepare())
        .withMessageContaining("has no jwks_uri");
  }

  private void serveKeys(Map<String, String> headers) {
    fetcher.serve(
        issuer.jwksUri(), (FetchRequest r) -> new FetchedDocument(200, headers, issuer.jwks()));
  }

  private KeySource discovered(String identifier) {
    return issuers.keys(of(identifier, keys(null, null, null, null)));
  }

  private void assertInvalid(IssuerSettings.Keys keys, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> issuers.keys(of(TestIssuer.ISSUER, keys)))
        .withMessage(message);
  }

  private static IssuerSettings.Keys keys(
      @Nullable URI jwksUri,
      @Nullable String text,
      @Nullable Secret secret,
      @Nullable Secret decryption) {
    return new IssuerSettings.Keys(jwksUri, text, secret, decryption);
  }

  private static IssuerSettings of(String identifier, IssuerSettings.Keys keys) {
    return new IssuerSettings(
        identifier,
        IssuerSettings.Verification.JWT,
        Set.of(),
        new IssuerSettings.Jwt(true, Set.of("RS256"), Duration.ZERO, Duration.ZERO),
        keys,
        new IssuerSettings.ClaimNames(List.of(), List.of(), List.of(), List.of(), List.of()),
        new IssuerSettings.Client(IssuerSettings.ClientAuthentication.NONE, "", null, null, null),
        new IssuerSettings.Introspection(null, false, Duration.ZERO, Duration.ZERO),
        new IssuerSettings.ValidationEndpoint(null, IssuerSettings.TokenIn.HEADER, "token", null),
        new IssuerSettings.Exchange(null, null, ""));
  }

  private static JoseHeader header(String algorithm, String kid) {
    return new JoseHeader(algorithm, Optional.of("at+jwt"), Optional.of(kid), false);
  }

  private static McpAuthSettings.Fetch settings() {
    Duration second = Duration.ofSeconds(1);
    return new McpAuthSettings.Fetch(
        TTL,
        MAX_TTL,
        AHEAD,
        COOL_DOWN,
        Duration.ofHours(1),
        second,
        second,
        1000,
        false,
        Set.of(),
        false);
  }
}
