// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;

@Timeout(60)
class AccessTokenProducerTest {

  private static final int CALLERS = 16;

  @Test
  void injectWhenTokenThenThatOfTheCaller() throws Exception {
    try (TestContainer container = TestContainer.start(Client.class)) {
      Client client = container.get(Client.class);

      assertThat(container.inRequestOf(container.token("alice", "a"), client::name))
          .isEqualTo("alice");
      assertThat(container.inRequestOf(container.token("bob", "a"), client::name)).isEqualTo("bob");
    }
  }

  @Test
  void injectWhenNoTokenThenRefused() {
    try (TestContainer container = TestContainer.start(Client.class)) {
      Client client = container.get(Client.class);

      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> container.inRequest(Optional.empty(), client::name));
      assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(client::name);
    }
  }

  /** Where the server brings MicroProfile JWT, {@code JsonWebToken} stays the server's. */
  @Test
  void injectWhenAnotherJsonWebTokenExistsThenNotAmbiguous() throws Exception {
    try (TestContainer container = TestContainer.start(OfTheServer.class, Both.class)) {
      Both both = container.get(Both.class);

      assertThat(container.inRequestOf(container.token("alice", "a"), both::names))
          .isEqualTo("alice, of the server");
    }
  }

  /** TS CVE-2026-25536. */
  @Test
  void injectWhenParallelRequestsThenEachHasItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (TestContainer container = TestContainer.start(Client.class)) {
      Client client = container.get(Client.class);
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Callable<Set<String>>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> container.token("caller-" + i, "a"))
              .<Callable<Set<String>>>map(
                  token -> () -> container.inRequestOf(token, () -> names(client, together)))
              .toList();
      List<Future<Set<String>>> names = threads.invokeAll(callers);

      for (int i = 0; i < CALLERS; i++) {
        assertThat(names.get(i).get()).containsExactly("caller-" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Set<String> names(Client client, CyclicBarrier together) throws Exception {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < 20; i++) {
      together.await();
      names.add(client.name());
    }
    return names;
  }

  /** Asks for the token. */
  @ApplicationScoped
  public static class Client {

    @Inject AccessToken token;

    String name() {
      return String.valueOf(token.getName());
    }
  }

  /** Produces a token as MicroProfile JWT does. */
  @ApplicationScoped
  public static class OfTheServer {

    @Produces
    @RequestScoped
    JsonWebToken token() {
      return new JsonWebToken() {
        @Override
        public String getName() {
          return "of the server";
        }

        @Override
        public Set<String> getClaimNames() {
          return Set.of();
        }

        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
        public <T> T getClaim(String claimName) {
          return null;
        }
      };
    }
  }

  /** Asks for both. */
  @ApplicationScoped
  public static class Both {

    @Inject AccessToken own;
    @Inject JsonWebToken other;

    String names() {
      return own.getName() + ", " + other.getName();
    }
  }
}
