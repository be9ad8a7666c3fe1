// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessTokens;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.UserInfo;

/** {@code @Inject UserInfo}, over HTTP. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserInfoInjectionTest {

  private static final int CALLERS = 16;

  private final TestContainer container = TestContainer.start(Greeter.class);
  private final Greeter greeter = container.get(Greeter.class);
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();

  @BeforeAll
  void serve() {
    container.serveUserInfo(this::answer);
  }

  @AfterAll
  void stop() {
    container.close();
  }

  /** Knows users by their tokens, as an authorization server does. */
  private void answer(HttpExchange exchange) throws IOException {
    questions.incrementAndGet();
    String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    String subject = users.get(token);
    byte[] body =
        ("{\"sub\":\"" + subject + "\",\"name\":\"Name of " + subject + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(subject == null ? 401 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String token(String subject) {
    String token = container.token(subject, "openid");
    users.put(token, subject);
    return token;
  }

  @Test
  void injectWhenUsedThenAskedOnceForTheCaller() throws Exception {
    String token = token("alice");
    int before = questions.get();
    assertThat(container.inRequestOf(token, greeter::nothing)).isEqualTo("nothing");
    assertThat(questions).hasValue(before);

    assertThat(container.inRequestOf(token, greeter::name)).isEqualTo("Name of alice");
    assertThat(container.inRequestOf(token, greeter::name)).isEqualTo("Name of alice");
    assertThat(container.inRequestOf(token, greeter::claims)).containsExactly("alice", "sub,name");
    assertThat(questions).hasValue(before + 1);
    assertThat(container.inRequestOf(token, greeter::toString)).isEqualTo("UserInfo[hidden]");
  }

  @Test
  void injectWhenOnAnotherThreadThenOfTheWrappedCaller() throws Exception {
    AccessTokens tokens = container.get(AccessTokens.class);
    Callable<String> alices =
        container.inRequestOf(token("alice"), () -> tokens.wrap(greeter::name));

    assertThat(container.inRequestOf(token("bob"), alices)).isEqualTo("Name of alice");
    assertThat(alices.call()).isEqualTo("Name of alice");
  }

  @Test
  void injectWhenNoCallerThenRefused() {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> container.inRequest(Optional.empty(), greeter::name));
    assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(greeter::name);
  }

  @Test
  void injectWhenIssuerRefusesTheTokenThenNoUser() {
    String unknown = container.token("carol", "a");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> container.inRequestOf(unknown, greeter::name))
        .withMessageContaining("answers with status 401");
  }

  @Test
  void injectWhenParallelRequestsThenEachHasItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Callable<Set<String>>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> token("caller-" + i))
              .<Callable<Set<String>>>map(
                  token -> () -> container.inRequestOf(token, () -> names(together)))
              .toList();
      List<Future<Set<String>>> names = threads.invokeAll(callers);

      for (int i = 0; i < CALLERS; i++) {
        assertThat(names.get(i).get()).containsExactly("Name of caller-" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Set<String> names(CyclicBarrier together) throws Exception {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < 20; i++) {
      together.await();
      names.add(greeter.name());
    }
    return names;
  }

  /** Asks for the user. */
  @ApplicationScoped
  public static class Greeter {

    @Inject UserInfo user;

    String nothing() {
      return "nothing";
    }

    String name() {
      return user.name().orElseThrow();
    }

    List<String> claims() {
      return List.of(user.subject(), String.join(",", user.claimNames()));
    }

    @Override
    public String toString() {
      return user.toString();
    }
  }
}
