// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * A subject who calls while others do. Thread-safe.
 *
 * @param server in the subject's own session
 * @param asked the tool that names its caller
 * @param subject the subject
 * @param token the subject's, never printed
 */
record ParallelCaller(McpServer server, Operation asked, String subject, String token) {

  /** A busy server may say so: that mixes up nobody. */
  private static final Set<Integer> BUSY = Set.of(429, 503);

  /** Subjects whose session is open, so that calls need nothing else. */
  private static List<ParallelCaller> of(McpServer server, Operation asked, int subjects) {
    return IntStream.range(0, subjects)
        .mapToObj(i -> of(server, asked, "tck-parallel-" + i))
        .toList();
  }

  private static ParallelCaller of(McpServer server, Operation asked, String subject) {
    String token = server.tokens().draft().subject(subject).mint();
    McpServer own = server.inSessionOf(token);
    Reply reply = own.send(asked, token);
    BlockedError.unless(
        reply.toolText().equals(Optional.of(subject)), asked + " must name the sub", reply);
    return new ParallelCaller(own, asked, subject, token);
  }

  /** 400 calls of a tool that names the caller, by 16 clients at once, of 8 subjects. */
  static void assertNotMixedUp(McpServer server, Operation asked) throws InterruptedException {
    List<ParallelCaller> callers = of(server, asked, 8);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<List<String>>> mixedUp = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        ParallelCaller caller = callers.get(i % callers.size());
        mixedUp.add(threads.submit(() -> caller.mixedUp(start, 25)));
      }
      start.countDown();
      for (Future<List<String>> some : mixedUp) {
        assertThat(result(some)).as("calls that were answered for others").isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The replies that are not for this subject. */
  private List<String> mixedUp(CountDownLatch start, int times) throws InterruptedException {
    start.await();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Reply reply = server.send(asked, token);
      boolean right = reply.isSuccess() && reply.toolText().equals(Optional.of(subject));
      if (!right && !BUSY.contains(reply.status())) {
        wrong.add("%s was told: %s".formatted(subject, reply));
      }
    }
    return wrong;
  }

  private static List<String> result(Future<List<String>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a parallel call failed", e);
    }
  }

  @Override
  public String toString() {
    return subject;
  }
}
