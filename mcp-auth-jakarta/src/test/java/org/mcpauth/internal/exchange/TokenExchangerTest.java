// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.ExchangedToken;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.TokenExchangeException.Reason;
import org.mcpauth.internal.engine.ApplicationParts;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.EngineAssembly;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.log.LogRecorder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

/** Tokens for other services, of an authorization server that answers as a test wants it. */
@Timeout(60)
class TokenExchangerTest {

  private static final String ENDPOINT = TestIssuer.ISSUER + "/token";
  private static final URI CALENDAR = URI.create("https://calendar.example.com/api");
  private static final Target TARGET = Target.of(CALENDAR);
  private static final String JWT_TYPE = "urn:ietf:params:oauth:token-type:jwt";
  private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

  private final MutableClock clock = new MutableClock();
  private final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  private final FakeTokenEndpoint endpoint = new FakeTokenEndpoint();
  private final FakeHttpFetcher fetcher =
      new FakeHttpFetcher()
          .publish(issuer)
          .serve(
              issuer.metadataUri(),
              issuer.metadata().replace("}", ",\"token_endpoint\":\"" + ENDPOINT + "\"}"))
          .serve(ENDPOINT, endpoint);

  private AuthorizationEngine engine;
  private TokenExchanger exchanger;

  TokenExchangerTest() {
    configure("mcp.auth.client.id", "notes", "mcp.auth.client.secret", "s3cr3t");
  }

  private void configure(String... settings) {
    EngineAssembly assembly =
        new EngineAssembly(
            TestSettings.of(settings), fetcher, JsonProvider.provider(), clock, Runnable::run);
    engine = assembly.assemble(ApplicationParts.ofBeans(List.of()), (event, took) -> {});
    exchanger = assembly.tokenExchanger();
  }

  private Caller caller(String subject) {
    String token = issuer.token(clock).claim("sub", subject).sign();
    Decision decision = engine.decide(FakeRequest.get("/mcp").bearer(token));
    return ((Decision.Proceed) decision).caller().orElseThrow();
  }

  private ExchangedToken exchange(Caller caller, Target target) {
    return exchanger.exchange(caller.token(), caller.presented(), target);
  }

  private static String exchanged(Caller caller) {
    return "exchanged-for-" + caller.presented().value();
  }

  private void assertRefused(Reason reason, String message) {
    Caller alice = caller("alice");
    assertThatExceptionOfType(TokenExchangeException.class)
        .isThrownBy(() -> exchange(alice, TARGET))
        .withMessage(message)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .withNoCause();
  }

  @Test
  void exchangeWhenAskedThenRequestIsThatOfTheRfc() {
    Caller alice = caller("alice");

    ExchangedToken token =
        exchange(
            alice,
            new Target(
                Optional.of(CALENDAR),
                Optional.of("calendar"),
                Scopes.of("calendar:read", "calendar:write")));

    assertThat(token.value()).isEqualTo(exchanged(alice));
    assertThat(endpoint.request().method()).isEqualTo("POST");
    assertThat(endpoint.request().uri()).isEqualTo(URI.create(ENDPOINT));
    assertThat(endpoint.request().headers())
        .containsEntry("Content-Type", "application/x-www-form-urlencoded")
        .containsEntry("Accept", "application/json")
        .containsEntry(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("notes:s3cr3t".getBytes(StandardCharsets.UTF_8)));
    assertThat(endpoint.form().toString())
        .isEqualTo(
            "{audience=calendar,"
                + " grant_type=urn:ietf:params:oauth:grant-type:token-exchange,"
                + " requested_token_type="
                + ACCESS_TOKEN_TYPE
                + ", resource=https://calendar.example.com/api,"
                + " scope=calendar:read calendar:write, subject_token="
                + alice.presented().value()
                + ", subject_token_type="
                + ACCESS_TOKEN_TYPE
                + "}");
  }

  @Test
  void exchangeWhenActorIsConfiguredThenNamed() {
    configure(
        "mcp.auth.client.id",
        "notes",
        "mcp.auth.client.secret",
        "s3cr3t",
        "mcp.auth.client.authentication",
        "client_secret_post",
        "mcp.auth.token-exchange.endpoint",
        "https://sts.example.com/exchange",
        "mcp.auth.token-exchange.actor-token",
        "actor",
        "mcp.auth.token-exchange.actor-token-type",
        JWT_TYPE);
    fetcher.serve("https://sts.example.com/exchange", endpoint);

    exchange(caller("alice"), TARGET);

    assertThat(endpoint.request().uri()).isEqualTo(URI.create("https://sts.example.com/exchange"));
    assertThat(endpoint.form())
        .containsEntry("actor_token", "actor")
        .containsEntry("actor_token_type", JWT_TYPE)
        .containsEntry("client_id", "notes")
        .containsEntry("client_secret", "s3cr3t")
        .doesNotContainKeys("scope", "audience");
  }

  @Test
  void exchangeWhenPublicClientThenNamed() {
    configure("mcp.auth.client.id", "notes");

    exchange(caller("alice"), TARGET);

    assertThat(endpoint.form()).containsEntry("client_id", "notes");
    assertThat(endpoint.request().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void exchangeWhenAnsweredThenTokenSaysWhatTheAnswerSays() {
    endpoint.answer(
        200, FakeTokenEndpoint.members("other", "\"expires_in\":60,\"scope\":\"calendar:read\""));

    ExchangedToken token =
        exchange(caller("alice"), TARGET.withScopes(Scopes.of("calendar:read", "calendar:write")));

    assertThat(token)
        .isEqualTo(
            new ExchangedToken(
                "other",
                ACCESS_TOKEN_TYPE,
                "Bearer",
                clock.instant().plusSeconds(60),
                Scopes.of("calendar:read")));
    assertThat(token.toString()).doesNotContain("other");
  }

  /** RFC 8693 §2.2.1: scope may be absent if it is what was asked for, expires_in at all. */
  @Test
  void exchangeWhenAnswerSaysLittleThenWhatWasAskedForAndTheLimitCount() {
    configure("mcp.auth.token-exchange.max-ttl", "30");
    endpoint.answer(200, FakeTokenEndpoint.members("other", ""));

    ExchangedToken token = exchange(caller("alice"), TARGET.withScopes(Scopes.of("a")));

    assertThat(token.scopes()).isEqualTo(Scopes.of("a"));
    assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"100000,300", "9223372036854775807,300", "299,299"})
  void exchangeWhenLifetimeIsLongThenNoLongerThanTheCallers(String expiresIn, long seconds) {
    configure("mcp.auth.token-exchange.max-ttl", "86400");
    endpoint.answer(200, FakeTokenEndpoint.members("other", "\"expires_in\":" + expiresIn));

    assertThat(exchange(caller("alice"), TARGET).expiresAt())
        .isEqualTo(clock.instant().plusSeconds(seconds));
  }

  @Test
  void exchangeWhenAskedAgainThenFromTheCacheUntilShortlyBeforeExpiry() {
    Caller alice = caller("alice");

    ExchangedToken first = exchange(alice, TARGET);
    clock.advance(Duration.ofSeconds(49));
    assertThat(exchange(alice, TARGET)).isEqualTo(first);
    assertThat(endpoint.count()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(exchange(alice, TARGET)).isNotEqualTo(first);
    assertThat(endpoint.count()).isEqualTo(2);
  }

  @Test
  void exchangeWhenCacheIsOffThenAskedEachTime() {
    configure("mcp.auth.token-exchange.cache-size", "0");
    Caller alice = caller("alice");

    exchange(alice, TARGET);
    exchange(alice, TARGET);

    assertThat(endpoint.count()).isEqualTo(2);
  }

  @Test
  void exchangeWhenTargetDiffersThenAskedAnew() {
    Caller alice = caller("alice");
    List<Target> targets =
        List.of(
            TARGET,
            Target.of(CALENDAR.toString()),
            Target.of(URI.create("https://calendar.example.com/other")),
            TARGET.withScopes(Scopes.of("a")),
            TARGET.withScopes(Scopes.of("a", "b")));

    targets.forEach(target -> exchange(alice, target));
    targets.forEach(target -> exchange(alice, target));
    exchange(alice, TARGET.withScopes(Scopes.of("b", "a")));

    assertThat(endpoint.count()).isEqualTo(targets.size());
  }

  @Test
  void exchangeWhenManyCallersInParallelThenEachGetsItsOwn() throws Exception {
    List<Caller> callers = IntStream.range(0, 20).mapToObj(i -> caller("caller-" + i)).toList();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int round = 0; round < 50; round++) {
      for (Caller caller : callers) {
        work.add(() -> exchange(caller, TARGET).value().equals(exchanged(caller)));
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Set<Boolean> right = new HashSet<>();
      for (Future<Boolean> done : threads.invokeAll(work)) {
        right.add(done.get());
      }
      assertThat(right).containsExactly(true);
    } finally {
      threads.shutdownNow();
    }
    assertThat(endpoint.count()).isEqualTo(callers.size());
  }

  @Test
  void exchangeWhenTwoThreadsWantTheSameThenOneAsks() throws Exception {
    Caller alice = caller("alice");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    endpoint.answer(
        request -> {
          asked.countDown();
          await(answered);
          return new FetchedDocument(200, FakeTokenEndpoint.token("other"));
        });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<ExchangedToken> first = threads.submit(() -> exchange(alice, TARGET));
      asked.await();
      Future<ExchangedToken> second = threads.submit(() -> exchange(alice, TARGET));
      answered.countDown();

      assertThat(second.get()).isEqualTo(first.get());
      assertThat(endpoint.count()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  /** Only the caller's own token would come of it, or one with more rights here. */
  @Test
  void exchangeWhenTargetIsThisResourceThenNotAsked() {
    Caller alice = caller("alice");
    for (Target own :
        List.of(
            Target.of(URI.create(TestSettings.RESOURCE)),
            Target.of(URI.create(TestSettings.RESOURCE + "/")),
            Target.of(TestSettings.RESOURCE))) {
      assertThatExceptionOfType(TokenExchangeException.class)
          .isThrownBy(() -> exchange(alice, own))
          .withMessage(
              "MCPAUTH-2703: a token for this application itself cannot be asked for on behalf of"
                  + " others")
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OWN_RESOURCE));
    }
    assertThat(endpoint.count()).isZero();
  }

  @Test
  void exchangeWhenTheCallersTokenComesBackThenRefused() {
    endpoint.answer(
        request ->
            new FetchedDocument(
                200,
                FakeTokenEndpoint.token(
                    FakeTokenEndpoint.form(request).getOrDefault("subject_token", ""))));

    assertRefused(
        Reason.UNUSABLE_TOKEN,
        "MCPAUTH-2701: https://issuer.example.com answers a token exchange with a token that is that"
            + " of the caller");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | is not there",
        "{\"access_token\":\"\"} | is not there",
        "{\"access_token\":7} | is not there",
        "{\"access_token\":\"a b\"} | cannot be sent in a header",
        "{\"access_token\":\"a\\r\\nX-Evil: b\"} | cannot be sent in a header",
        "{\"access_token\":\"a\"} | has no issued_token_type",
        "{\"access_token\":\"a\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:refresh_token\"}"
            + " | is of another type than asked for",
        "{\"access_token\":\"a\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:jwt\"}"
            + " | has no token_type",
        "{\"access_token\":\"a\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:jwt\","
            + "\"token_type\":\"DPoP\"} | is neither Bearer nor N_A"
      })
  void exchangeWhenAnswerIsNotThatOfTheRfcThenRefused(String body, String fault) {
    endpoint.answer(200, body);

    assertRefused(
        Reason.UNUSABLE_TOKEN,
        "MCPAUTH-2701: https://issuer.example.com answers a token exchange with a token that "
            + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "\"expires_in\":0,has expired already",
    "\"expires_in\":-1,has expired already",
    "\"expires_in\":\"60\",has expired already",
    "\"scope\":\"\\u0001\",has a scope that is none"
  })
  void exchangeWhenDetailIsWrongThenRefused(String member, String fault) {
    endpoint.answer(200, FakeTokenEndpoint.members("other", member));

    assertRefused(
        Reason.UNUSABLE_TOKEN,
        "MCPAUTH-2701: https://issuer.example.com answers a token exchange with a token that "
            + fault);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "INVALID_REQUEST",
        "INVALID_TARGET",
        "INVALID_SCOPE",
        "INVALID_GRANT",
        "INVALID_CLIENT",
        "UNAUTHORIZED_CLIENT",
        "UNSUPPORTED_GRANT_TYPE"
      })
  void exchangeWhenErrorThenItsReasonAndNothingElseOfTheAnswer(Reason reason) {
    String error = reason.name().toLowerCase(Locale.ROOT);
    endpoint.answer(
        reason == Reason.INVALID_CLIENT ? 401 : 400,
        "{\"error\":\"" + error + "\",\"error_description\":\"alice is fired\"}");

    try (LogRecorder log = new LogRecorder()) {
      String message =
          "MCPAUTH-2700: https://issuer.example.com does not exchange the token of a caller ("
              + error
              + "): check that this resource may do so there, as the client of mcp.auth.client.id,"
              + " and mcp.auth.token-exchange.targets";
      assertRefused(reason, message);
      assertThat(log.lines()).containsExactly("WARNING " + message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\":\"alice is fired\"}", "{\"error\":[1]}", "{}"})
  void exchangeWhenErrorIsUnknownThenNotRepeated(String body) {
    endpoint.answer(403, body);

    assertRefused(
        Reason.REFUSED,
        "MCPAUTH-2700: https://issuer.example.com does not exchange the token of a caller (another"
            + " error): check that this resource may do so there, as the client of"
            + " mcp.auth.client.id, and mcp.auth.token-exchange.targets");
  }

  @Test
  void exchangeWhenRefusedThenAskedAgain() {
    Caller alice = caller("alice");
    endpoint.answer(400, "{\"error\":\"invalid_target\"}");
    assertThatExceptionOfType(TokenExchangeException.class)
        .isThrownBy(() -> exchange(alice, TARGET));
    endpoint.answer(200, FakeTokenEndpoint.token("other"));

    assertThat(exchange(alice, TARGET).value()).isEqualTo("other");
  }

  @ParameterizedTest
  @CsvSource({
    "500,{},answers with status 500",
    "429,{},answers with status 429",
    "302,{},answers with status 302",
    "200,<html>,answers with something that is not one JSON object",
    "400,<html>,answers with something that is not one JSON object"
  })
  void exchangeWhenNoUsableAnswerThenUnavailable(int status, String body, String fault) {
    endpoint.answer(status, body);
    Caller alice = caller("alice");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> exchange(alice, TARGET))
        .withMessage("the token endpoint of https://issuer.example.com " + fault);
  }

  @Test
  void exchangeWhenNetworkIsDownThenUnavailable() {
    fetcher.breakDown(ENDPOINT);
    Caller alice = caller("alice");

    try (LogRecorder log = new LogRecorder()) {
      assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
          .isThrownBy(() -> exchange(alice, TARGET))
          .withMessage(
              "the token endpoint of https://issuer.example.com does not answer: connection refused");
      assertThat(log.lines())
          .containsExactly(
              "WARNING MCPAUTH-2308: the token endpoint of https://issuer.example.com does not"
                  + " answer: connection refused; other services cannot be called on behalf of"
                  + " callers");
    }
  }

  @Test
  void exchangeWhenNoEndpointIsKnownThenUnavailable() {
    fetcher.serve(issuer.metadataUri(), issuer.metadata());
    configure();
    Caller alice = caller("alice");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> exchange(alice, TARGET))
        .withMessageContaining("MCPAUTH-2704: mcp.auth.token-exchange.endpoint is not set");
  }

  @Test
  void exchangeForWhenTargetIsConfiguredThenItsToken() {
    configure(
        "mcp.auth.token-exchange.targets.calendar.url",
        CALENDAR.toString(),
        "mcp.auth.token-exchange.targets.calendar.scopes",
        "calendar:read");
    Caller alice = caller("alice");

    ExchangedToken token =
        exchanger.exchangeFor(
            alice.token(), alice.presented(), URI.create(CALENDAR + "/entries?day=1"));

    assertThat(token.value()).isEqualTo(exchanged(alice));
    assertThat(endpoint.form())
        .containsEntry("resource", CALENDAR.toString())
        .containsEntry("scope", "calendar:read");
  }

  @Test
  void exchangeForWhenNoTargetThenRefusedByNumber() {
    Caller alice = caller("alice");

    assertThatExceptionOfType(TokenExchangeException.class)
        .isThrownBy(
            () ->
                exchanger.exchangeFor(
                    alice.token(),
                    alice.presented(),
                    URI.create("https://calendar.example.com/api?secret=1")))
        .withMessage(
            "MCPAUTH-2702: no target is configured for requests to calendar.example.com, so none was"
                + " sent: set mcp.auth.token-exchange.targets.<name>.url to its URL, for example"
                + " mcp.auth.token-exchange.targets.calendar.url=https://calendar.example.com/api")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_TARGET));
    assertThat(endpoint.count()).isZero();
  }

  @Test
  void exchangeForWhenTokenIsNoAccessTokenThenRefused() {
    configure("mcp.auth.token-exchange.targets.calendar.url", CALENDAR.toString());
    endpoint.answer(200, FakeTokenEndpoint.members("other", "").replace("\"Bearer\"", "\"N_A\""));
    Caller alice = caller("alice");

    assertThat(exchange(alice, TARGET).isBearer()).isFalse();
    assertThatExceptionOfType(TokenExchangeException.class)
        .isThrownBy(() -> exchanger.exchangeFor(alice.token(), alice.presented(), CALENDAR))
        .withMessage(
            "MCPAUTH-2701: https://issuer.example.com answers a token exchange with a token that is"
                + " not one of type Bearer");
  }
}
