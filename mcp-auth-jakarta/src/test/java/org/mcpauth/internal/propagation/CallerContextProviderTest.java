// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ContextNotActiveException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.cdi.TestContainer;

/** What a server with MicroProfile Context Propagation does with the provider. */
@Timeout(60)
class CallerContextProviderTest {

  private final TestContainer container = TestContainer.start();
  private boolean running = true;
  private final AccessToken caller = container.get(AccessToken.class);
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private final ThreadContextProvider provider =
      ServiceLoader.load(ThreadContextProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(CallerContextProvider.class::isInstance)
          .findFirst()
          .orElseThrow();

  @AfterEach
  void stop() {
    pool.shutdownNow();
    if (running) {
      running = false;
      container.close();
    }
  }

  private <T> T as(String subject, Callable<T> work) throws Exception {
    return container.inRequestOf(container.token(subject, "a"), work);
  }

  private ThreadContextSnapshot captured(String subject) throws Exception {
    return as(subject, () -> provider.currentContext(Map.of()));
  }

  private String subject() {
    return caller.subject().orElseThrow();
  }

  /** As a contextualized function does. */
  private <T> Callable<T> in(ThreadContextSnapshot context, Callable<T> work) {
    return () -> {
      ThreadContextController controller = context.begin();
      try {
        return work.call();
      } finally {
        controller.endContext();
      }
    };
  }

  @Test
  void typeWhenAskedThenItsOwn() {
    assertThat(provider.getThreadContextType()).isEqualTo("McpAuthCaller");
  }

  @Test
  void beginWhenOnAnotherThreadThenSeesTheCallerUntilTheEnd() throws Exception {
    Callable<String> alices = in(captured("alice"), this::subject);
    Callable<String> bobs = in(captured("bob"), this::subject);

    assertThat(pool.submit(alices).get()).isEqualTo("alice");
    assertThat(pool.submit(bobs).get()).isEqualTo("bob");
    assertThat(pool.submit(alices).get()).isEqualTo("alice");
    assertThatThrownBy(() -> pool.submit(this::subject).get())
        .hasCauseInstanceOf(ContextNotActiveException.class);
  }

  /** As a stage that is completed by the thread of another request. */
  @Test
  void beginWhenThreadServesAnotherThenBothSeeThemselves() throws Exception {
    Callable<String> alices = in(captured("alice"), this::subject);

    assertThat(as("bob", () -> subject() + alices.call() + subject())).isEqualTo("bobalicebob");
  }

  @Test
  void beginWhenNestedThenLikeBrackets() throws Exception {
    Callable<String> inner = in(captured("alice"), this::subject);
    Callable<String> outer = in(captured("bob"), () -> subject() + inner.call() + subject());

    assertThat(pool.submit(outer).get()).isEqualTo("bobalicebob");
  }

  @Test
  void beginWhenTaskThrowsThenForgotten() throws Exception {
    Callable<String> failing =
        in(
            captured("alice"),
            () -> {
              throw new IllegalStateException(subject());
            });

    assertThatThrownBy(() -> pool.submit(failing).get()).hasRootCauseMessage("alice");
    assertThatThrownBy(() -> pool.submit(this::subject).get())
        .hasCauseInstanceOf(ContextNotActiveException.class);
  }

  @Test
  void clearedContextWhenBegunThenNobody() throws Exception {
    Callable<String> nobodys =
        as("alice", () -> in(provider.clearedContext(Map.of()), this::subject));

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> as("bob", nobodys));
    assertThatThrownBy(() -> pool.submit(nobodys).get())
        .hasCauseInstanceOf(InvalidTokenException.class);
  }

  @Test
  void currentContextWhenNobodyThenNobody() throws Exception {
    Callable<String> outside = in(provider.currentContext(Map.of()), this::subject);
    Callable<String> anonymous =
        container.inRequest(
            Optional.empty(), () -> in(provider.currentContext(Map.of()), this::subject));

    for (Callable<String> work : List.of(outside, anonymous)) {
      assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> as("bob", work));
    }
  }

  /** Work that is wrapped within work. */
  @Test
  void wrapWhenWithinContextThenOfTheCallerOfTheContext() throws Exception {
    AccessTokens tokens = container.get(AccessTokens.class);
    Callable<Callable<String>> wrapping = in(captured("alice"), () -> tokens.wrap(this::subject));

    Callable<String> wrapped = as("bob", wrapping);

    assertThat(pool.submit(wrapped).get()).isEqualTo("alice");
    assertThat(pool.submit(in(captured("bob"), () -> wrapped.call() + subject())).get())
        .isEqualTo("alicebob");
  }

  /** Whoever uses the server's executors before CDI is there, or without it, is not disturbed. */
  @Test
  void currentContextWhenNoContainerThenNothingHappens() throws Exception {
    stop();

    assertThat(in(provider.currentContext(Map.of()), () -> "done").call()).isEqualTo("done");
    assertThat(in(provider.clearedContext(Map.of()), () -> "done").call()).isEqualTo("done");
  }
}
