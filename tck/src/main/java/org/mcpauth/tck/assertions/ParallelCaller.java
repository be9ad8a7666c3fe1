// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
 * @param subject the subject
 * @param token the subject's, never printed
 */
record ParallelCaller(McpServer server, String subject, String token) {

  /** A busy server may say so: that mixes up nobody. */
  private static final Set<Integer> BUSY = Set.of(429, 503);

  /** Subjects whose session is open, so that calls need nothing else. */
  static List<ParallelCaller> of(McpServer server, int subjects) {
    return IntStream.range(0, subjects).mapToObj(i -> of(server, "tck-parallel-" + i)).toList();
  }

  private static ParallelCaller of(McpServer server, String subject) {
    String token = server.tokens().draft().subject(subject).mint();
    McpServer own = server.inSessionOf(token);
    Reply reply = own.send(Operation.CALLER, token);
    BlockedError.unless(
        reply.toolText().equals(Optional.of(subject)), "test_caller must name the sub", reply);
    return new ParallelCaller(own, subject, token);
  }

  /** The replies that are not for this subject. */
  List<String> mixedUp(CountDownLatch start, int times) throws InterruptedException {
    start.await();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Reply reply = server.send(Operation.CALLER, token);
      boolean right = reply.isSuccess() && reply.toolText().equals(Optional.of(subject));
      if (!right && !BUSY.contains(reply.status())) {
        wrong.add("%s was told: %s".formatted(subject, reply));
      }
    }
    return wrong;
  }

  static List<String> result(Future<List<String>> future) throws InterruptedException {
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
