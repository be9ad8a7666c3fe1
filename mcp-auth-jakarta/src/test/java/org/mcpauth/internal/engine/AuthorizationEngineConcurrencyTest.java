// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.AuthorizationEvent;

/** TS CVE-2026-25536: parallel requests never swap identities. */
@Timeout(120)
class AuthorizationEngineConcurrencyTest {

  private static final int CALLERS = 64;
  private static final int ROUNDS = 50;

  @Test
  void decideWhenManyCallersAtOnceThenEachGetsItsOwnIdentity() throws Exception {
    // A cache that is much too small, so that entries come and go all the time.
    Gate gate = new Gate("mcp.auth.token-cache.size", "8");
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    CyclicBarrier together = new CyclicBarrier(CALLERS);
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Set<String>>> callers =
          IntStream.range(0, CALLERS).mapToObj(i -> caller(gate, engine, together, i)).toList();
      List<Future<Set<String>>> seen = threads.invokeAll(callers);
      for (int i = 0; i < CALLERS; i++) {
        assertThat(seen.get(i).get()).containsExactly(i % 2 == 0 ? "caller-" + i : "403");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(grantedTo(gate.events)).hasSize(CALLERS / 2).allMatch(name -> isEven(name));
  }

  /** Callers with an even number have the scope, the others have not. */
  private static Callable<Set<String>> caller(
      Gate gate, AuthorizationEngine engine, CyclicBarrier together, int number) {
    String scope = number % 2 == 0 ? "notes:read" : "notes:write";
    String token =
        gate.issuer.token(gate.clock).claim("sub", "caller-" + number).claim("scope", scope).sign();
    return () -> {
      List<String> seen = new ArrayList<>();
      together.await();
      for (int i = 0; i < ROUNDS; i++) {
        seen.add(identity(engine.decide(FakeRequest.tool("list_notes").bearer(token))));
      }
      return Set.copyOf(seen);
    };
  }

  private static String identity(Decision decision) {
    if (decision instanceof Decision.Proceed proceed) {
      return proceed.token().flatMap(AccessToken::subject).orElse("nobody");
    }
    return decision instanceof Decision.Challenged refused
        ? String.valueOf(refused.challenge().status())
        : decision.toString();
  }

  private static Set<String> grantedTo(List<AuthorizationEvent> events) {
    return events.stream()
        .filter(AccessGranted.class::isInstance)
        .map(AccessGranted.class::cast)
        .map(granted -> granted.token() == null ? "nobody-1" : granted.token().getName())
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }

  private static boolean isEven(String name) {
    return Integer.parseInt(name.substring(name.indexOf('-') + 1)) % 2 == 0;
  }
}
