// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.log.LogRecorder;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.spi.VerifiedClaims;

/** RFC 7662: what is asked, and what the answers mean. */
@Timeout(60)
class IntrospectionVerifierTest {

  private static final String UNAVAILABLE =
      "the endpoint of https://issuer.example.com that knows about tokens ";

  private final MutableClock clock = new MutableClock();
  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final IntrospectionVerifier verifier = verifier(new AskedIssuer().as("mcp", "s"));
  private final long now = clock.instant().getEpochSecond();

  /** RFC 7662 §2.1. */
  @Test
  void verifyWhenAskedThenFormWithTokenAndHint() {
    endpoint.answer(200, "{\"active\":true}");
    verifier.verify("a+b/c=");

    assertThat(endpoint.request().method()).isEqualTo("POST");
    assertThat(endpoint.request().uri()).hasToString(AskedIssuer.ENDPOINT);
    assertThat(endpoint.request().body())
        .isEqualTo("token=a%2Bb%2Fc%3D&token_type_hint=access_token");
    assertThat(endpoint.request().headers())
        .containsOnly(
            Map.entry("Accept", "application/json"),
            Map.entry("Content-Type", "application/x-www-form-urlencoded"),
            Map.entry("Authorization", "Basic bWNwOnM="));
  }

  /** A token that looks like another parameter stays a token. */
  @Test
  void verifyWhenTokenHasSeparatorsThenTheyAreEncoded() {
    endpoint.answer(200, "{\"active\":false}");
    verifier.verify("x&client_id=evil\r\nHost: evil");

    assertThat(endpoint.request().body())
        .isEqualTo("token=x%26client_id%3Devil%0D%0AHost%3A+evil&token_type_hint=access_token");
  }

  /** RFC 7662 §2.2: the example; what belongs to the token passes unchanged. */
  @Test
  void verifyWhenActiveThenClaims() {
    endpoint.answer(
        200,
        """
        {"active": true, "client_id": "l238j323ds-23ij4", "username": "jdoe",
         "scope": "read write dolphin", "sub": "Z5O3upPC88QrAjx00dis",
         "aud": "https://mcp.example.com/mcp", "iss": "https://issuer.example.com",
         "exp": 1419356238, "iat": 1419350238, "nbf": 1419350238.5, "token_type": "bearer",
         "cnf": {"jkt": "x"}, "act": {"sub": "agent", "n": [1, 2.5, true, "t"]},
         "extension_field": "twenty-seven", "nothing": null}
        """);

    assertThat(claims("t"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("client_id", "l238j323ds-23ij4"),
                Map.entry("username", "jdoe"),
                Map.entry("scope", "read write dolphin"),
                Map.entry("sub", "Z5O3upPC88QrAjx00dis"),
                Map.entry("aud", "https://mcp.example.com/mcp"),
                Map.entry("iss", "https://issuer.example.com"),
                Map.entry("exp", 1419356238L),
                Map.entry("iat", 1419350238L),
                Map.entry("nbf", 1419350238.5),
                Map.entry("token_type", "bearer"),
                Map.entry("cnf", Map.of("jkt", "x")),
                Map.entry("act", Map.of("sub", "agent", "n", List.of(1L, 2.5, true, "t"))),
                Map.entry("extension_field", "twenty-seven")));
  }

  /** AUD-3: an answer without an audience must not get one here. */
  @Test
  void verifyWhenIssuerAndExpiryAreAbsentThenOnlyTheyAreAdded() {
    endpoint.answer(200, "{\"active\":true,\"iss\":null}");

    assertThat(claims("t"))
        .isEqualTo(Map.of("iss", TestIssuer.ISSUER, "exp", now + AskedIssuer.TTL.toSeconds()));
  }

  @Test
  void verifyWhenActiveThenCacheableForTheTtl() {
    endpoint.answer(200, "{\"active\":true,\"exp\":" + (now + 3600) + "}");

    assertThat(verifier.verify("t").map(VerifiedClaims::cacheableFor)).contains(AskedIssuer.TTL);
  }

  @Test
  void verifyWhenInactiveThenEmptyAndNotAskedAgainForTheNegativeTtl() {
    endpoint.answer(200, "{\"active\":false}");
    assertThat(verifier.verify("t")).isEmpty();
    endpoint.answer(200, "{\"active\":true}");
    clock.advance(AskedIssuer.NEGATIVE_TTL.minusSeconds(1));
    assertThat(verifier.verify("t")).isEmpty();
    assertThat(endpoint.requests()).hasSize(1);
    assertThat(verifier.verify("T")).isPresent();

    clock.advance(Duration.ofSeconds(1));
    assertThat(verifier.verify("t")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "DPoP", "dpop"})
  void verifyWhenTokenTypeIsKnownThenAccepted(String type) {
    endpoint.answer(200, "{\"active\":true,\"token_type\":\"" + type + "\"}");

    assertThat(verifier.verify("t")).isPresent();
  }

  /** RFC 8693 §2.2.1 for N_A; Keycloak and Ory Hydra say with other members what a token is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"token_type\":\"N_A\"",
        "\"token_type\":\"refresh_token\"",
        "\"token_type\":\"\"",
        "\"token_type\":1",
        "\"token_type\":[\"Bearer\"]",
        "\"token_type\":\"Bearer\",\"typ\":\"Refresh\"",
        "\"typ\":\"ID\"",
        "\"typ\":\"Offline\"",
        "\"token_type\":\"Bearer\",\"token_use\":\"refresh_token\""
      })
  void verifyWhenNoAccessTokenThenRefused(String member) {
    endpoint.answer(200, "{\"active\":true," + member + "}");

    assertInvalid("The token is not an access token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"https://other.example.com\"", "\"https://issuer.example.com/\"", "1", "\"\""})
  void verifyWhenIssuerIsAnotherThenRefused(String issuer) {
    endpoint.answer(200, "{\"active\":true,\"iss\":" + issuer + "}");

    assertInvalid("The issuer of the access token is not the one that knows it");
  }

  /** RFC 7662 §2.3: that is about this resource, and says nothing about the token. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void verifyWhenCredentialsAreRefusedThenUnavailableAndLoggedOnce(int status) {
    endpoint.answer(status, "{\"active\":false}");
    try (LogRecorder log = new LogRecorder()) {
      assertUnavailable("https://issuer.example.com refuses this resource with status " + status);
      assertUnavailable("https://issuer.example.com refuses this resource with status " + status);

      assertThat(log.lines())
          .containsExactly(
              "WARNING MCPAUTH-2302: https://issuer.example.com refuses this resource with status "
                  + status
                  + ", so no token can be introspected: check mcp.auth.client.authentication,"
                  + " mcp.auth.client.id and its secret or key");
      clock.advance(Duration.ofSeconds(61));
      assertThat(catchThrowable(() -> verifier.verify("t"))).isNotNull();
      assertThat(log.lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 201, 204, 301, 302, 400, 404, 429, 500, 502, 503})
  void verifyWhenStatusIsAnotherThenUnavailable(int status) {
    endpoint.answer(status, "{\"active\":false}");
    assertUnavailable(UNAVAILABLE + "answers with status " + status);

    endpoint.answer(200, "{\"active\":true}");
    assertThat(verifier.verify("t")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "true",
        "\"active\"",
        "<html>",
        "{\"active\":false",
        "{\"active\":false} {}",
        "{\"active\":false,\"active\":false}",
        "{\"active\":true,\"a\":{\"b\":1,\"b\":2}}",
        "{\"active\":true,\"exp\":99999999999999999999}",
        "{\"active\":false,}"
      })
  void verifyWhenAnswerIsNotOneJsonObjectThenUnavailable(String body) {
    endpoint.answer(200, body);

    assertUnavailable(UNAVAILABLE + "answers with something that is not one JSON object");
  }

  @Test
  void verifyWhenAnswerIsNestedTooDeepThenUnavailable() {
    endpoint.answer(
        200, "{\"active\":true,\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    assertUnavailable(UNAVAILABLE + "answers with something that is not one JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"active\":null}",
        "{\"active\":\"true\"}",
        "{\"active\":\"false\"}",
        "{\"active\":1}",
        "{\"active\":0}",
        "{\"active\":[true]}",
        "{\"Active\":true}"
      })
  void verifyWhenActiveIsOddThenUnavailable(String body) {
    endpoint.answer(200, body);

    assertUnavailable(UNAVAILABLE + "does not say whether the token is active");
  }

  @Test
  void verifyWhenNoAnswerThenUnavailableAndAskedAgain() {
    endpoint.breakDown("the answer is larger than 9 bytes");
    assertUnavailable(UNAVAILABLE + "does not answer: the answer is larger than 9 bytes");
    assertUnavailable(UNAVAILABLE + "does not answer: the answer is larger than 9 bytes");

    endpoint.answer(200, "{\"active\":true}");
    assertThat(verifier.verify("t")).isPresent();
    assertThat(endpoint.requests()).hasSize(3);
  }

  @Test
  void verifyWhenEndpointIsNotFoundThenUnavailableUntilItIs() {
    List<URI> found = new ArrayList<>();
    IntrospectionVerifier discovering =
        new IntrospectionVerifier(
            new AskedIssuer().settings(),
            () -> {
              if (found.isEmpty()) {
                throw new ConfigurationException("no metadata");
              }
              return found.get(0);
            },
            token -> false,
            new IntrospectionVerifier.SignedBy(answer -> false, Set.of()),
            backchannel(new AskedIssuer()));
    endpoint.answer(200, "{\"active\":true}");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> discovering.verify("t"))
        .withMessage(UNAVAILABLE + "does not answer: no metadata");
    found.add(URI.create("https://found.example.com/i"));
    assertThat(discovering.verify("t")).isPresent();
    assertThat(endpoint.request().uri()).hasToString("https://found.example.com/i");
  }

  /** A token must not leak to an issuer that it is not of. */
  @Test
  void verifyWhenJwtIsOfAnotherIssuerThenNotSent() {
    TestIssuer other = new TestIssuer("https://other.example.com", SigningKey.P256);
    endpoint.answer(200, "{\"active\":true}");

    assertThat(verifier.verify(other.token(clock).sign())).isEmpty();
    assertThat(endpoint.requests()).isEmpty();
    assertThat(verifier.verify(new TestIssuer(SigningKey.P256).token(clock).sign())).isPresent();
  }

  /** GEN-4. */
  @Test
  void verifyWhenItFailsThenNothingOfTokenAndAnswerIsTold() {
    try (LogRecorder log = new LogRecorder()) {
      for (String body :
          List.of(
              "5ecret",
              "{\"5ecret\":",
              "{\"active\":\"5ecret\"}",
              "{\"active\":true,\"token_type\":\"5ecret\"}",
              "{\"active\":true,\"iss\":\"5ecret\"}")) {
        clock.advance(Duration.ofMinutes(2));
        endpoint.answer(200, body);
        Throwable failure = catchThrowable(() -> verifier.verify("5ecret"));
        assertThat(failure).hasNoCause().hasMessageNotContaining("5ecret");
      }
      assertThat(log.lines()).hasSize(3).allMatch(line -> !line.contains("5ecret"));
    }
  }

  /** What the HTTP client says of a header that is none would quote the secret in it. */
  @Test
  void verifyWhenRequestIsNoHttpThenUnavailableWithoutQuotingIt() {
    endpoint.answer(
        request -> {
          throw new IllegalArgumentException("invalid header value: \"Bearer 5ecret\"");
        });

    assertUnavailable(UNAVAILABLE + "cannot be asked: the request would not be valid HTTP");
    assertThat(catchThrowable(() -> verifier.verify("t"))).hasNoCause();
  }

  @Test
  void verifyWhenHundredThreadsHaveTheSameTokenThenOneRequest() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    endpoint.answer(
        request -> {
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new FetchedDocument(200, "{\"active\":true,\"sub\":\"alice\"}");
        });
    List<FutureTask<Optional<VerifiedClaims>>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      FutureTask<Optional<VerifiedClaims>> task = new FutureTask<>(() -> verifier.verify("t"));
      tasks.add(task);
      new Thread(task).start();
    }
    while (verifier.waiting() < 99) {
      Thread.onSpinWait();
    }
    goOn.countDown();

    for (FutureTask<Optional<VerifiedClaims>> task : tasks) {
      assertThat(task.get().orElseThrow().values()).containsEntry("sub", "alice");
    }
    assertThat(endpoint.requests()).hasSize(1);
  }

  private Map<String, Object> claims(String token) {
    return verifier.verify(token).orElseThrow().values();
  }

  private void assertInvalid(String message) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify("t"))
        .withMessage(message);
  }

  private void assertUnavailable(String message) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> verifier.verify("t"))
        .withMessage(message);
  }

  private IntrospectionVerifier verifier(AskedIssuer issuer) {
    return new IntrospectionVerifier(
        issuer.settings(),
        () -> URI.create(AskedIssuer.ENDPOINT),
        new ForeignTokens(TestIssuer.ISSUER),
        new IntrospectionVerifier.SignedBy(answer -> false, Set.of()),
        backchannel(issuer));
  }

  private Backchannel backchannel(AskedIssuer issuer) {
    return new Backchannel(
        endpoint,
        new ClientAuthenticator(issuer.settings(), Optional.empty(), clock),
        clock,
        Backchannel.Limits.of(Duration.ofSeconds(50)));
  }
}
