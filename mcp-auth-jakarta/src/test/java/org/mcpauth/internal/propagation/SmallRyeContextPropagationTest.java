// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.cdi.TestContainer;

/**
 * With the implementation that Quarkus has, and that applications on WildFly can bring; it finds
 * the provider itself.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallRyeContextPropagationTest {

  private static final int CALLERS = 16;

  private final TestContainer container = TestContainer.start();
  private final AccessToken caller = container.get(AccessToken.class);
  private final ManagedExecutor executor =
      ManagedExecutor.builder()
          .maxAsync(3)
          .propagated(ThreadContext.ALL_REMAINING)
          .cleared()
          .build();

  @AfterAll
  void stop() {
    executor.shutdownNow();
    container.close();
  }

  private <T> T as(String subject, Callable<T> work) throws Exception {
    return container.inRequestOf(container.token(subject, "a"), work);
  }

  private String subject() {
    return caller.subject().orElseThrow();
  }

  @Test
  void submitWhenAllIsPropagatedThenSeesTheCaller() throws Exception {
    assertThat(as("alice", () -> executor.submit(this::subject)).get()).isEqualTo("alice");
    assertThat(as("bob", () -> executor.supplyAsync(this::subject)).get()).isEqualTo("bob");
  }

  /** The stage of one caller is run by the thread of another's request. */
  @Test
  void thenApplyWhenCompletedByAnotherRequestThenSeesItsOwnCaller() throws Exception {
    CompletableFuture<String> start = executor.newIncompleteFuture();
    CompletableFuture<String> alices = as("alice", () -> start.thenApply(text -> text + subject()));

    String after =
        as(
            "bob",
            () -> {
              start.complete("by ");
              return subject();
            });

    assertThat(alices.get()).isEqualTo("by alice");
    assertThat(after).isEqualTo("bob");
  }

  @Test
  void contextualWhenClearedThenNobody() throws Exception {
    ThreadContext cleared =
        ThreadContext.builder()
            .cleared(CallerContextProvider.TYPE)
            .propagated()
            .unchanged(ThreadContext.ALL_REMAINING)
            .build();
    Callable<String> nobodys = as("alice", () -> cleared.contextualCallable(this::subject));

    assertThatThrownBy(() -> as("bob", nobodys)).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void submitWhenManyCallersShareThreadsThenNoneAreSwapped() throws Exception {
    ExecutorService requests = Executors.newFixedThreadPool(CALLERS);
    try {
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Callable<Set<String>>> callers =
          IntStream.range(0, CALLERS)
              .<Callable<Set<String>>>mapToObj(
                  i -> () -> as("caller-" + i, () -> subjects(together)))
              .toList();
      List<Future<Set<String>>> subjects = requests.invokeAll(callers);

      for (int i = 0; i < CALLERS; i++) {
        assertThat(subjects.get(i).get()).containsExactly("caller-" + i);
      }
    } finally {
      requests.shutdownNow();
    }
  }

  private Set<String> subjects(CyclicBarrier together) throws Exception {
    Set<String> subjects = new LinkedHashSet<>();
    for (int i = 0; i < 20; i++) {
      together.await();
      subjects.add(executor.supplyAsync(this::subject).thenApply(s -> s).get());
      subjects.add(subject());
    }
    return subjects;
  }
}
