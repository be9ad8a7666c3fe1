// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.UserInfo;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.log.LogRecorder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.Secret;
import org.mcpauth.internal.token.Door;

/** OpenID Connect Core §5.3. */
@Timeout(60)
class UserInfoSourceTest {

  private static final String ENDPOINT = "https://users.example.com/userinfo";
  private static final String OTHER = "https://other.example.com";
  private static final Duration TTL = Duration.ofSeconds(60);
  private static final String ALICE =
      "{\"sub\":\"alice\",\"name\":\"Alice\",\"email\":\"alice@example.com\","
          + "\"email_verified\":true,\"address\":{\"country\":\"CH\"},\"nickname\":null}";

  private final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  private final TestIssuer other = new TestIssuer(OTHER, SigningKey.P256);
  private final Door door = Door.of(List.of(issuer, other));
  private final FakeHttpFetcher fetcher = door.fetcher;
  private final MutableClock clock = door.clock;
  private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();
  private final UserInfoSource source = source(TestIssuer.ISSUER, OTHER);

  private UserInfoSource source(String... configured) {
    Issuers issuers =
        new Issuers(fetcher, JsonProvider.provider(), door.settings.fetch(), clock, Runnable::run);
    return new UserInfoSource(
        issuers,
        Set.of(configured),
        fetcher,
        new UserInfoSource.Limits(TTL, new Backchannel.Limits(2, 20, Duration.ofSeconds(30))),
        clock);
  }

  @BeforeEach
  void publish() {
    publish(issuer, ENDPOINT);
    answer(200, "application/json", ALICE);
  }

  private void publish(TestIssuer of, String endpoint) {
    fetcher.serve(
        of.metadataUri(),
        of.metadata().replaceFirst("\\{", "{\"userinfo_endpoint\":\"" + endpoint + "\","));
  }

  private void answer(int status, String type, String body) {
    fetcher.serve(
        ENDPOINT,
        asked -> {
          requests.add(asked);
          return new FetchedDocument(status, Map.of("Content-Type", type), body);
        });
  }

  private UserInfo ask(TokenBuilder token) {
    return ask(token.sign());
  }

  private UserInfo ask(String text) {
    return source.of(door.authenticator.authenticate(text), new Secret(text));
  }

  private void assertUnavailable(TokenBuilder token, String message) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> ask(token))
        .withMessageContaining(message);
  }

  @Test
  void ofWhenAskedThenWithTheTokenAndAllClaims() {
    String token = issuer.token(clock).sign();

    UserInfo user = ask(token);

    assertThat(requests.get(0).method()).isEqualTo("GET");
    assertThat(requests.get(0).headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Accept", "application/json", "Authorization", "Bearer " + token));
    assertThat(user.subject()).isEqualTo("alice");
    assertThat(user.name()).contains("Alice");
    assertThat(user.preferredUsername()).isEmpty();
    assertThat(user.email()).contains("alice@example.com");
    assertThat(user.emailVerified()).isTrue();
    assertThat(user.claimNames())
        .containsExactly("sub", "name", "email", "email_verified", "address");
    assertThat(user.claim("address", Map.class)).contains(Map.of("country", "CH"));
    assertThat(user.claim("name", Long.class)).isEmpty();
    assertThat(user).hasToString("UserInfo[hidden]");
  }

  @Test
  void ofWhenClaimsAreChangedThenRefused() {
    UserInfo user = ask(issuer.token(clock));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> user.claimNames().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> user.claim("address", Map.class).orElseThrow().clear());
  }

  /** Only to the issuer of that very token. */
  @Test
  void ofWhenAnotherIssuersTokenThenOnlyThatIssuerIsAsked() {
    String others = OTHER + "/me";
    publish(other, others);
    fetcher.serve(
        others,
        asked ->
            new FetchedDocument(
                200,
                Map.of("Content-Type", "application/json;charset=UTF-8"),
                "{\"sub\":\"alice\",\"name\":\"Another\"}"));

    assertThat(ask(other.token(clock)).name()).contains("Another");
    assertThat(fetcher.calls(ENDPOINT)).isZero();
    assertThat(ask(issuer.token(clock)).name()).contains("Alice");
    assertThat(fetcher.calls(others)).isEqualTo(1);
  }

  @Test
  void ofWhenIssuerIsNotConfiguredThenNobodyIsAsked() {
    String text = issuer.token(clock).sign();
    AccessToken token = door.authenticator.authenticate(text);

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> source(OTHER).of(token, new Secret(text)))
        .withMessage("the issuer of the access token is not configured");
    assertThat(fetcher.calls(ENDPOINT)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"bob\",\"name\":\"Bob\"}",
        "{\"sub\":\"Alice\"}",
        "{\"sub\":[\"alice\"]}",
        "{\"sub\":null}",
        "{\"name\":\"Alice\"}",
        "{}"
      })
  void ofWhenAnotherSubjectThenRefused(String answer) {
    answer(200, "application/json", answer);

    assertUnavailable(issuer.token(clock), "answers about another subject than that of the token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "",
        "null",
        "{\"sub\":\"alice\"} {}",
        "{\"sub\":\"bob\",\"sub\":\"alice\"}",
        "<html>"
      })
  void ofWhenAnswerIsNotOneObjectThenRefused(String answer) {
    answer(200, "application/json", answer);

    assertUnavailable(issuer.token(clock), "answers with something that is not one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/jwt", "text/html", "", "application/jsonp"})
  void ofWhenAnswerIsOfAnotherTypeThenRefused(String type) {
    answer(200, type, ALICE);

    assertUnavailable(issuer.token(clock), "does not answer with plain JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 429, 500, 503})
  void ofWhenStatusIsNot200ThenRefused(int status) {
    answer(status, "application/json", ALICE);

    assertUnavailable(issuer.token(clock), "answers with status " + status);
  }

  @Test
  void ofWhenEndpointDoesNotAnswerThenRefusedAndAskedAgain() {
    fetcher.breakDown(ENDPOINT);
    TokenBuilder token = issuer.token(clock);
    assertUnavailable(token, "does not answer: connection refused");

    answer(200, "application/json", ALICE);

    assertThat(ask(token).name()).contains("Alice");
  }

  @Test
  void ofWhenIssuerHasNoEndpointThenRefused() {
    fetcher.publish(issuer);

    assertUnavailable(issuer.token(clock), "name no userinfo_endpoint");
  }

  @Test
  void ofWhenEndpointIsNoHttpsUrlThenNotAsked() {
    publish(issuer, "http://users.example.com/userinfo");

    assertUnavailable(issuer.token(clock), "has a userinfo_endpoint that is no https URL");
  }

  /** RFC 9449 §7.1: as a bearer token it must not be accepted, so it is not shown to anybody. */
  @Test
  void ofWhenTokenIsBoundToAKeyThenNobodyIsAsked() {
    assertUnavailable(
        issuer.token(clock).claim("cnf", Map.of("x5t#S256", "abc")),
        "cannot be asked with a token that is bound to a key");
    assertThat(fetcher.calls(ENDPOINT)).isZero();
  }

  @Test
  void ofWhenTokenNamesNoSubjectThenRefused() {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> ask(issuer.token(clock).without("sub")))
        .withMessage("The access token names no subject");
    assertThat(fetcher.calls(ENDPOINT)).isZero();
  }

  @Test
  void ofWhenAskedAgainThenRememberedForTheTtl() {
    String token = issuer.token(clock).sign();
    ask(token);
    clock.advance(TTL.minusSeconds(1));
    ask(token);
    assertThat(fetcher.calls(ENDPOINT)).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    ask(token);
    assertThat(fetcher.calls(ENDPOINT)).isEqualTo(2);
  }

  @Test
  void ofWhenAnotherTokenThenAskedForThatOne() {
    String alices = issuer.token(clock).sign();
    ask(alices);
    answer(200, "application/json", "{\"sub\":\"bob\",\"name\":\"Bob\"}");

    assertThat(ask(issuer.token(clock).claim("sub", "bob")).name()).contains("Bob");
    assertThat(ask(alices).name()).contains("Alice");
  }

  /** Not past the expiry, whatever is remembered. */
  @Test
  void ofWhenTokenHasExpiredThenRefused() {
    String text = issuer.token(clock).claim("exp", clock.instant().getEpochSecond() + 10).sign();
    AccessToken token = door.authenticator.authenticate(text);
    source.of(token, new Secret(text));

    clock.advance(Duration.ofSeconds(10));

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> source.of(token, new Secret(text)))
        .withMessage("The access token has expired");
    assertThat(fetcher.calls(ENDPOINT)).isEqualTo(1);
  }

  @Test
  void ofWhenManyThreadsAskThenOneRequest() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    fetcher.serve(
        ENDPOINT,
        r -> {
          asked.countDown();
          await(answered);
          return new FetchedDocument(200, Map.of("Content-Type", "application/json"), ALICE);
        });
    String text = issuer.token(clock).sign();
    List<FutureTask<UserInfo>> tasks =
        IntStream.range(0, 10).mapToObj(i -> new FutureTask<>(() -> ask(text))).toList();
    tasks.forEach(task -> new Thread(task).start());
    asked.await();
    answered.countDown();

    for (FutureTask<UserInfo> task : tasks) {
      assertThat(task.get().name()).contains("Alice");
    }
    assertThat(fetcher.calls(ENDPOINT)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Neither the token nor what the issuer says about somebody. */
  @Test
  void ofWhenRefusedThenNothingPersonalIsLoggedOrThrown() {
    answer(200, "application/json", "{\"sub\":\"mallory\",\"email\":\"m@example.com\"}");
    String text = issuer.token(clock).sign();
    try (LogRecorder log = new LogRecorder()) {
      assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
          .isThrownBy(() -> ask(text))
          .satisfies(e -> assertThat(e.toString()).doesNotContain("mallory", "alice", text));

      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARNING"))
          .containsExactly(
              "WARNING MCPAUTH-2306: the userinfo_endpoint of https://issuer.example.com answers"
                  + " about another subject than that of the token; whoever asks for UserInfo gets"
                  + " an exception");
      assertThat(log.lines()).noneMatch(line -> line.contains("mallory") || line.contains(text));
    }
  }
}
