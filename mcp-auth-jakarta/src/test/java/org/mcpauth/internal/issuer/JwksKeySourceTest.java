// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.internal.token.Door;

/** When keys are fetched, and how often. */
@Timeout(60)
class JwksKeySourceTest {

  private static final Duration TTL = Duration.ofMinutes(10);
  private static final Duration COOL_DOWN = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofHours(1);

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final MutableClock clock = new MutableClock();
  private final FakeHttpFetcher fetcher = new FakeHttpFetcher().publish(issuer);
  private final JwksKeySource source = source(fetcher);

  @Test
  void keysForWhenKnownThenFetchedOnce() {
    assertThat(keys("rsa")).hasSize(1);
    clock.advance(TTL.minusSeconds(1));
    assertThat(keys("rsa")).hasSize(1);

    assertThat(fetcher.calls()).containsExactly(issuer.metadataUri(), issuer.jwksUri());
  }

  @Test
  void keysForWhenTtlIsOverThenFetchedAgain() {
    keys("rsa");
    clock.advance(TTL);
    keys("rsa");

    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenTtlIsOverThenKeysThatWereWithdrawnAreGone() {
    keys("rsa");
    publish(SigningKey.OTHER_RSA);
    clock.advance(TTL);

    assertThat(keys("rsa")).isEmpty();
    assertThat(keys("other-rsa")).hasSize(1);
  }

  @Test
  void keysForWhenKeyIsNewThenFetchedAtOnce() {
    keys("rsa");
    publish(SigningKey.RSA, SigningKey.OTHER_RSA);

    assertThat(keys("other-rsa")).hasSize(1);
    assertThat(keys("rsa")).hasSize(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenFloodOfUnknownIdsThenFetchedOncePerCoolDown() {
    keys("rsa");
    for (int i = 0; i < 1000; i++) {
      assertThat(keys("flood-" + i)).isEmpty();
    }
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);

    clock.advance(COOL_DOWN.minusMillis(1));
    keys("flood");
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);

    clock.advance(Duration.ofMillis(1));
    keys("flood");
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(3);
    assertThat(keys("rsa")).hasSize(1);
  }

  @Test
  void keysForWhenFloodDuringOutageThenAskedOncePerCoolDown() {
    keys("rsa");
    fetcher.breakDown(issuer);
    for (int i = 0; i < 100; i++) {
      assertThat(keys("flood-" + i)).isEmpty();
    }

    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(2);
    assertThat(keys("rsa")).hasSize(1);
  }

  @Test
  void keysForWhenNeverFetchedAndIssuerDownThenUnavailable() {
    fetcher.breakDown(issuer);

    assertUnavailable("rsa");
    assertUnavailable("rsa");
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(1);
  }

  /** An attempt that takes longer than the cool-down must not use it up. */
  @Test
  void keysForWhenAttemptTakesLongThenCoolDownBeginsAtItsEnd() {
    fetcher.serve(
        issuer.metadataUri(),
        uri -> {
          clock.advance(COOL_DOWN.multipliedBy(2));
          throw new IOException("timed out");
        });
    assertUnavailable("rsa");
    assertUnavailable("rsa");
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(1);

    clock.advance(COOL_DOWN);
    assertUnavailable("rsa");
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenSetIsEmptiedThenOldKeysAreGoodForAWhile() {
    keys("rsa");
    fetcher.serve(issuer.jwksUri(), "{\"keys\":[]}");

    clock.advance(TTL);
    assertThat(keys("rsa")).hasSize(1);
    clock.advance(STALE);
    assertUnavailable("rsa");
  }

  @Test
  void keysForWhenIssuerComesBackThenFetchedAfterCoolDown() {
    fetcher.breakDown(issuer);
    assertUnavailable("rsa");
    fetcher.publish(issuer);
    assertUnavailable("rsa");

    clock.advance(COOL_DOWN);
    assertThat(keys("rsa")).hasSize(1);
  }

  @Test
  void keysForWhenIssuerDownThenOldKeysAreGoodForAWhile() {
    keys("rsa");
    fetcher.breakDown(issuer);

    clock.advance(TTL);
    assertThat(keys("rsa")).hasSize(1);
    clock.advance(STALE.minusMillis(1));
    assertThat(keys("rsa")).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    assertUnavailable("rsa");
  }

  @Test
  void keysForWhenOutageThenAskedOncePerCoolDown() {
    keys("rsa");
    fetcher.breakDown(issuer);
    clock.advance(TTL);
    for (int i = 0; i < 100; i++) {
      keys("rsa");
    }

    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenStaleIsOffThenUnavailableAfterTtl() {
    JwksKeySource strict = source(fetcher, Duration.ZERO);
    strict.keysFor(header("rsa"));
    fetcher.breakDown(issuer);
    clock.advance(TTL);

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> strict.keysFor(header("rsa")));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 401, 403, 404, 429, 500, 503})
  void prepareWhenKeysHaveErrorStatusThenUnavailable(int status) {
    fetcher.serve(issuer.jwksUri(), status, issuer.jwks());

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(source::prepare)
        .withMessageContaining("status " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html/>", "[]", "null", "{}", "{\"keys\":{}}", "{\"keys\":", "1"})
  void prepareWhenNoKeySetThenUnavailable(String body) {
    fetcher.serve(issuer.jwksUri(), body);

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(source::prepare);
  }

  @Test
  void prepareWhenMetadataWrongThenConfigurationException() {
    fetcher.serve(issuer.metadataUri(), "{\"issuer\":\"https://evil.example\"}");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source::prepare)
        .withMessageStartingWith("MCPAUTH-2002");
  }

  /** At the time of a request it is an outage: the deployment was right when it started. */
  @Test
  void keysForWhenMetadataWrongLaterThenOldKeysAreGoodForAWhile() {
    source.prepare();
    fetcher.serve(issuer.metadataUri(), "{\"issuer\":\"https://evil.example\"}");
    fetcher.serve(issuer.jwksUri(), 404, "");
    clock.advance(TTL);

    assertThat(keys("rsa")).hasSize(1);
    clock.advance(STALE);
    assertUnavailable("rsa");
  }

  @Test
  void keysForWhenSetHasExoticKeysThenTheyAreSkipped() {
    List<Object> keys = new ArrayList<>();
    keys.add(Map.of("kty", "quantum", "kid", "q"));
    keys.add(Map.of("kid", "no-type"));
    keys.add(Map.of("kty", "RSA", "kid", "incomplete"));
    keys.add(Map.of("kty", "EC", "crv", "P-999", "kid", "curve", "x", "AA", "y", "AA"));
    keys.add(Map.of("kty", "EC", "crv", "P-256", "kid", "off-curve", "x", "AQ", "y", "AQ"));
    keys.add(SigningKey.OCT.publicJwk());
    keys.add(SigningKey.P256.withMember("use", "enc").publicJwk());
    keys.add(SigningKey.RSA.publicJwk());
    fetcher.serve(issuer.jwksUri(), JSONObjectUtils.toJSONString(Map.of("keys", keys)));

    assertThat(keys("rsa")).hasSize(1);
    for (String kid : List.of("q", "no-type", "incomplete", "oct", "p256")) {
      assertThat(keys(kid)).isEmpty();
    }
  }

  /** X25519 is of the same key type as Ed25519, but makes no signatures. */
  @Test
  void authenticateWhenIssuerHasX25519KeyThenItVerifiesNothing() {
    Map<String, Object> x25519 = Map.of("kty", "OKP", "crv", "X25519", "x", "A".repeat(42) + "E");
    Door door = Door.of(issuer);
    door.fetcher.serve(
        issuer.jwksUri(),
        JSONObjectUtils.toJSONString(Map.of("keys", List.of(x25519, SigningKey.RSA.publicJwk()))));
    String token = issuer.token(clock).key(SigningKey.ED25519).withoutHeader("kid").sign();

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token));
  }

  @Test
  void keysForWhenManyThreadsNeedTheFirstKeysThenFetchedOnceAndAllHaveThem() throws Exception {
    SlowFetcher slow = new SlowFetcher();
    List<FutureTask<Integer>> tasks = startedTogether(source(slow), slow, "rsa");

    assertThat(results(tasks)).hasSize(8).containsOnly(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(1);
  }

  /** A valid token with a new key must not be refused because another thread is fetching it. */
  @Test
  void keysForWhenManyThreadsNeedANewKeyThenFetchedOnceAndAllHaveIt() throws Exception {
    SlowFetcher slow = new SlowFetcher();
    JwksKeySource shared = source(slow);
    slow.release();
    shared.prepare();
    publish(SigningKey.RSA, SigningKey.OTHER_RSA);
    slow.hold();
    List<FutureTask<Integer>> tasks = startedTogether(shared, slow, "other-rsa");

    assertThat(results(tasks)).hasSize(8).containsOnly(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  /** While one thread fetches again, the others go on with the keys that they have. */
  @Test
  void keysForWhenTtlIsOverThenOthersDoNotWait() throws Exception {
    SlowFetcher slow = new SlowFetcher();
    JwksKeySource shared = source(slow);
    slow.release();
    shared.prepare();
    clock.advance(TTL);
    slow.hold();
    FutureTask<Integer> first = new FutureTask<>(() -> shared.keysFor(header("rsa")).size());
    start(first);
    slow.awaitCaller();

    assertThat(shared.keysFor(header("rsa"))).hasSize(1);
    slow.release();
    assertThat(first.get()).isEqualTo(1);
    assertThat(fetcher.calls(issuer.jwksUri())).isEqualTo(2);
  }

  @Test
  void keysForWhenFetchFailsForOneThreadThenForThoseThatWaitedToo() throws Exception {
    fetcher.breakDown(issuer);
    SlowFetcher slow = new SlowFetcher();
    List<FutureTask<Integer>> tasks = startedTogether(source(slow), slow, "rsa");

    for (FutureTask<Integer> task : tasks) {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(task::get)
          .withCauseInstanceOf(AuthorizationServerUnavailableException.class);
    }
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(1);
  }

  /** Holds every call until it is released. */
  private final class SlowFetcher implements HttpFetcher {

    private volatile CountDownLatch called = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(1);

    @Override
    public FetchedDocument send(FetchRequest request) throws IOException {
      called.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return fetcher.send(request);
    }

    void hold() {
      called = new CountDownLatch(1);
      released = new CountDownLatch(1);
    }

    void release() {
      released.countDown();
    }

    void awaitCaller() throws InterruptedException {
      called.await();
    }
  }

  /** Starts eight threads, and lets the answer come when all of them have made up their minds. */
  private static List<FutureTask<Integer>> startedTogether(
      JwksKeySource shared, SlowFetcher slow, String kid) throws InterruptedException {
    List<FutureTask<Integer>> tasks =
        IntStream.range(0, 8)
            .mapToObj(i -> new FutureTask<>(() -> shared.keysFor(header(kid)).size()))
            .toList();
    List<Thread> threads = tasks.stream().map(JwksKeySourceTest::start).toList();
    slow.awaitCaller();
    while (threads.stream().anyMatch(JwksKeySourceTest::isRunning)) {
      Thread.onSpinWait();
    }
    slow.release();
    return tasks;
  }

  private static boolean isRunning(Thread thread) {
    return switch (thread.getState()) {
      case NEW, RUNNABLE, BLOCKED -> true;
      case WAITING, TIMED_WAITING, TERMINATED -> false;
    };
  }

  private static Thread start(FutureTask<Integer> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static List<Integer> results(List<FutureTask<Integer>> tasks) throws Exception {
    List<Integer> results = new ArrayList<>();
    for (FutureTask<Integer> task : tasks) {
      results.add(task.get());
    }
    return results;
  }

  private void publish(SigningKey... keys) {
    issuer.rotateTo(keys);
    fetcher.publish(issuer);
  }

  private List<VerificationKey> keys(String kid) {
    return source.keysFor(header(kid));
  }

  private void assertUnavailable(String kid) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> keys(kid))
        .withMessage("the keys of https://issuer.example.com are not known");
  }

  private static JoseHeader header(String kid) {
    return new JoseHeader("RS256", Optional.of("at+jwt"), Optional.of(kid), false);
  }

  private JwksKeySource source(HttpFetcher http) {
    return source(http, STALE);
  }

  private JwksKeySource source(HttpFetcher http, Duration stale) {
    McpAuthSettings settings =
        TestSettings.of(
            "mcp.auth.jwks.ttl", String.valueOf(TTL.toSeconds()),
            "mcp.auth.jwks.cool-down", String.valueOf(COOL_DOWN.toSeconds()),
            "mcp.auth.jwks.stale-if-error", String.valueOf(stale.toSeconds()));
    var discovery = new AuthorizationServerDiscovery(http, JsonProvider.provider(), false);
    McpAuthSettings.Fetch fetch = settings.fetch();
    return new JwksKeySource(
        TestIssuer.ISSUER,
        new IssuerMetadata(TestIssuer.ISSUER, discovery, fetch, clock, JwksKeySourceTest::refuse),
        http,
        fetch,
        clock,
        JwksKeySourceTest::refuse);
  }

  /** Nothing is done in the background. */
  private static void refuse(Runnable task) {
    throw new RejectedExecutionException();
  }
}
