// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.CapturedCaller;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;

/** Work on other threads is done as the caller for whom it was wrapped, and nobody sees another. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokensTest {

  private static final int CALLERS = 16;

  private final TestContainer container =
      TestContainer.start(Tool.class, Cached.class, Guarded.class);
  private final AccessTokens tokens = container.get(AccessTokens.class);
  private final Tool tool = container.get(Tool.class);
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @AfterAll
  void stop() {
    pool.shutdownNow();
    container.close();
  }

  private String token(String subject, String scope) {
    return container.token(subject, scope, Map.of("email", subject + "@example.com"));
  }

  private <T> T as(String subject, Callable<T> work) throws Exception {
    return container.inRequestOf(token(subject, "a"), work);
  }

  private static List<String> all(String subject) {
    return List.of(subject, subject + "@example.com", subject, subject + "@example.com");
  }

  @Test
  void wrapWhenRunOnAnotherThreadThenSeesTheCaller() throws Exception {
    Callable<List<String>> task = as("alice", () -> tokens.wrap(tool::seen));

    assertThat(pool.submit(task).get()).isEqualTo(all("alice"));
    assertThat(pool.submit(task).get()).as("again").isEqualTo(all("alice"));
  }

  @Test
  void wrapWhenRunnableThenSeesTheCaller() throws Exception {
    AtomicReference<List<String>> seen = new AtomicReference<>();
    Runnable task = as("alice", () -> tokens.wrap(() -> seen.set(tool.seen())));

    pool.submit(task).get();

    assertThat(seen.get()).isEqualTo(all("alice"));
  }

  @Test
  void wrapWhenPoolThreadIsUsedAgainThenSecondCallerSeesItself() throws Exception {
    Callable<List<String>> alices = as("alice", () -> tokens.wrap(tool::seen));
    Callable<List<String>> bobs = as("bob", () -> tokens.wrap(tool::seen));

    assertThat(pool.submit(alices).get()).isEqualTo(all("alice"));
    assertThat(pool.submit(bobs).get()).isEqualTo(all("bob"));
    assertNobody(pool);
  }

  @Test
  void wrapWhenTaskThrowsThenThrownAndForgotten() throws Exception {
    Callable<String> task =
        as(
            "alice",
            () ->
                tokens.wrap(
                    (Callable<String>)
                        () -> {
                          throw new IOException(tool.subject());
                        }));

    assertThatThrownBy(() -> pool.submit(task).get()).hasRootCauseInstanceOf(IOException.class);
    assertNobody(pool);
    assertThatThrownBy(() -> as("bob", task)).isInstanceOf(IOException.class).hasMessage("alice");
    Runnable failing =
        as(
            "alice",
            () ->
                tokens.wrap(
                    (Runnable)
                        () -> {
                          throw new AssertionError("of the task");
                        }));
    assertThatThrownBy(failing::run).isInstanceOf(AssertionError.class).hasMessage("of the task");
    assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(tool::subject);
  }

  /** Such as a pool whose rejected tasks are run by whoever hands them over. */
  @Test
  void wrapWhenThreadServesAnotherCallerThenBothSeeThemselves() throws Exception {
    Callable<List<String>> alices = as("alice", () -> tokens.wrap(tool::seen));

    List<List<String>> seen =
        as("bob", () -> List.of(tool.seen(), alices.call(), tool.seen(), alices.call()));

    assertThat(seen).containsExactly(all("bob"), all("alice"), all("bob"), all("alice"));
  }

  /** A bean that the task is the first to use must not be there for the outer caller afterwards. */
  @Test
  void wrapWhenTaskIsFirstToUseABeanThenOuterCallerGetsItsOwn() throws Exception {
    Callable<List<String>> alices = as("alice", () -> tokens.wrap(tool::seen));

    assertThat(as("bob", () -> List.of(alices.call(), tool.seen())))
        .containsExactly(all("alice"), all("bob"));
  }

  @Test
  void wrapWhenNestedThenEachSeesItself() throws Exception {
    Callable<List<String>> inner = as("alice", () -> tokens.wrap(tool::seen));
    Callable<List<List<String>>> outer =
        as("bob", () -> tokens.wrap(() -> List.of(tool.seen(), inner.call(), tool.seen())));

    assertThat(pool.submit(outer).get()).containsExactly(all("bob"), all("alice"), all("bob"));
    assertThat(as("carol", () -> List.of(outer.call().get(1), tool.seen())))
        .containsExactly(all("alice"), all("carol"));
    assertNobody(pool);
  }

  @Test
  void wrapWhenSameCallerThenSameRequest() throws Exception {
    Thread here = Thread.currentThread();
    String token = token("alice", "a");
    Callable<Thread> task = container.inRequestOf(token, () -> tokens.wrap(Thread::currentThread));

    assertThat(container.inRequestOf(token, task)).isSameAs(here);
    assertThat(as("bob", task)).isNotSameAs(here);
  }

  @Test
  void wrapWhenNoCallerThenTheTaskHasNoneWhoeverIsServed() throws Exception {
    Callable<String> anonymous =
        container.inRequest(Optional.empty(), () -> tokens.wrap(tool::subject));
    Callable<String> outside = tokens.wrap(tool::subject);

    for (Callable<String> task : List.of(anonymous, outside)) {
      assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(task::call);
      assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> as("bob", task));
    }
  }

  @Test
  void wrapWhenRequestHasNoCallerThenTaskIsNotSeenByIt() throws Exception {
    Callable<List<String>> alices = as("alice", () -> tokens.wrap(tool::seen));

    assertThat(container.inRequest(Optional.empty(), alices)).isEqualTo(all("alice"));
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(
            () ->
                container.inNewRequest(
                    () -> {
                      alices.call();
                      return tool.seen();
                    }));
  }

  /** The interceptor sees the caller too: its scopes count and nobody else's. */
  @Test
  void wrapWhenGuardedMethodThenScopesOfTheCaller() throws Exception {
    Guarded guarded = container.get(Guarded.class);
    Callable<String> may =
        container.inRequestOf(token("alice", "notes:read"), () -> tokens.wrap(guarded::read));
    Callable<String> mayNot =
        container.inRequestOf(token("bob", "other"), () -> tokens.wrap(guarded::read));

    assertThat(pool.submit(may).get()).isEqualTo("read");
    assertThatThrownBy(() -> pool.submit(mayNot).get())
        .hasCauseInstanceOf(InsufficientScopeException.class);
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> container.inRequestOf(token("alice", "notes:read"), mayNot));
    assertThatThrownBy(() -> pool.submit(guarded::read).get())
        .hasCauseInstanceOf(InvalidTokenException.class);
  }

  @Test
  void wrapWhenExecutorThenCallerIsThatOfEveryTask() throws Exception {
    Executor wrapped = tokens.wrap((Executor) pool);
    ExecutorService service = tokens.wrap(pool);

    for (String subject : List.of("alice", "bob")) {
      assertThat(as(subject, () -> CompletableFuture.supplyAsync(tool::seen, wrapped)).get())
          .isEqualTo(all(subject));
      assertThat(as(subject, () -> service.submit(tool::seen)).get()).isEqualTo(all(subject));
      assertThat(as(subject, () -> service.invokeAll(List.of(tool::seen))).get(0).get())
          .isEqualTo(all(subject));
    }
    assertNobody(pool);
  }

  @Test
  void wrapWhenExecutorServiceIsShutDownThenTheOtherToo() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    ExecutorService wrapped = tokens.wrap(threads);

    wrapped.shutdown();

    assertThat(threads.isShutdown()).isTrue();
    assertThat(wrapped.isShutdown()).isTrue();
  }

  /** A cancelled task on a thread of its own gets to know, and is waited for. */
  @Test
  void wrapWhenInterruptedThenTaskIsInterruptedAndHasEnded() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<String> ended = new AtomicReference<>("not");
    Callable<String> task =
        as(
            "alice",
            () ->
                tokens.wrap(
                    (Callable<String>)
                        () -> {
                          started.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } finally {
                            ended.set(tool.subject());
                          }
                          return "never";
                        }));
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread bobs =
        new Thread(
            () -> {
              try {
                as("bob", task);
              } catch (Exception e) {
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    bobs.start();
    started.await();
    bobs.interrupt();
    bobs.join();

    assertThat(ended.get()).isEqualTo("alice");
    assertThat(flag.get()).isTrue();
  }

  @Test
  void captureWhenCallerThenTokenAndNothingShown() throws Exception {
    CapturedCaller caller = as("alice", tokens::capture);

    assertThat(caller.token().orElseThrow().subject()).contains("alice");
    assertThat(caller).hasToString("CapturedCaller[hidden]");
    assertThat(as("alice", tokens::current).orElseThrow().subject()).contains("alice");
    assertThat(tokens.current()).isEmpty();
    assertThat(tokens.capture().token()).isEmpty();
    assertThat(container.inRequest(Optional.empty(), tokens::current)).isEmpty();
  }

  @Test
  void wrapWhenManyCallersShareThreadsThenNoneAreSwapped() throws Exception {
    assertNoneAreSwapped(Executors.newFixedThreadPool(CALLERS), Executors.newFixedThreadPool(3));
  }

  /** Compiled for Java 17, which has none. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
  void wrapWhenThreadsAreVirtualThenNoneAreSwapped() throws Exception {
    Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");

    assertNoneAreSwapped(
        (ExecutorService) factory.invoke(null), (ExecutorService) factory.invoke(null));
  }

  private void assertNoneAreSwapped(ExecutorService requests, ExecutorService few)
      throws Exception {
    try {
      ExecutorService wrapped = tokens.wrap(few);
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Callable<Set<List<String>>>> callers =
          IntStream.range(0, CALLERS)
              .<Callable<Set<List<String>>>>mapToObj(
                  i -> () -> as("caller-" + i, () -> seenBy(wrapped, together)))
              .toList();
      List<Future<Set<List<String>>>> seen = requests.invokeAll(callers);

      for (int i = 0; i < CALLERS; i++) {
        assertThat(seen.get(i).get()).containsExactly(all("caller-" + i));
      }
    } finally {
      requests.shutdownNow();
      few.shutdownNow();
    }
  }

  private Set<List<String>> seenBy(ExecutorService wrapped, CyclicBarrier together)
      throws Exception {
    Set<List<String>> seen = ConcurrentHashMap.newKeySet();
    for (int round = 0; round < 20; round++) {
      together.await();
      List<Future<List<String>>> tasks = new ArrayList<>();
      for (int task = 0; task < 5; task++) {
        tasks.add(wrapped.submit(tool::seen));
      }
      seen.add(tool.seen());
      for (Future<List<String>> task : tasks) {
        seen.add(task.get());
      }
    }
    return seen;
  }

  /** Nothing stays on a thread. */
  private void assertNobody(ExecutorService threads) {
    assertThatThrownBy(() -> threads.submit(tool::subject).get())
        .hasCauseInstanceOf(ContextNotActiveException.class);
  }

  /** Asks in every way who the caller is. */
  @ApplicationScoped
  public static class Tool {

    @Inject AccessToken caller;

    @Inject
    @TokenClaim("email")
    Provider<String> email;

    @Inject Cached cached;

    String subject() {
      return caller.subject().orElseThrow();
    }

    List<String> seen() {
      return List.of(subject(), email.get(), cached.subject(), cached.email());
    }
  }

  /** Knows the caller of its request from the beginning, as beans of applications do. */
  @RequestScoped
  public static class Cached {

    @Inject AccessToken caller;

    @Inject
    @TokenClaim("email")
    String email;

    private String subject = "";

    @PostConstruct
    void start() {
      subject = caller.subject().orElseThrow();
    }

    String subject() {
      return subject;
    }

    String email() {
      return email;
    }
  }

  /** Needs a scope. */
  @ApplicationScoped
  public static class Guarded {

    @RequiresScope(value = "notes:read", tool = "read")
    public String read() {
      return "read";
    }
  }
}
