// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Keeps a server busy over several connections, each with one request at a time. */
final class Load {

  private final int connections;

  /**
   * Prepares a load.
   *
   * @param connections how many connections, each with a thread
   */
  Load(int connections) {
    this.connections = connections;
  }

  /**
   * What came of it.
   *
   * @param requests how many requests were answered, all of them with 200
   * @param seconds how long it took
   * @param serverMicros the CPU time of the server for each request
   * @param clientMicros the CPU time of this process for each request
   */
  record Outcome(int requests, double seconds, double serverMicros, double clientMicros) {

    double perSecond() {
      return requests / seconds;
    }
  }

  /**
   * Sends requests until there are no more.
   *
   * @param port where the server listens
   * @param server the server's process
   * @param requests the requests; empty when there are no more
   */
  Outcome run(int port, ProcessHandle server, Supplier<Optional<byte[]>> requests)
      throws IOException, InterruptedException {
    List<Connection> open = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      for (int i = 0; i < connections; i++) {
        open.add(new Connection(port));
      }
      Duration serverBefore = cpu(server);
      Duration clientBefore = cpu(ProcessHandle.current());
      long start = System.nanoTime();
      int answered = sum(open.stream().map(c -> threads.submit(() -> send(c, requests))).toList());
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(
          answered,
          seconds,
          micros(serverBefore, cpu(server)) / answered,
          micros(clientBefore, cpu(ProcessHandle.current())) / answered);
    } finally {
      threads.shutdownNow();
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  private static int send(Connection connection, Supplier<Optional<byte[]>> requests)
      throws IOException {
    int answered = 0;
    for (var request = requests.get(); request.isPresent(); request = requests.get()) {
      Connection.Answer answer = connection.exchange(request.get());
      if (answer.status() != 200 || answer.length() < CallRequest.SIZE / 2) {
        throw new IOException("unexpected answer: " + answer);
      }
      answered++;
    }
    return answered;
  }

  private static int sum(List<Future<Integer>> results) throws IOException, InterruptedException {
    int sum = 0;
    for (Future<Integer> result : results) {
      try {
        sum += result.get();
      } catch (ExecutionException e) {
        throw new IOException("a connection failed", e);
      }
    }
    return sum;
  }

  private static double micros(Duration before, Duration after) {
    return after.minus(before).toNanos() / 1e3;
  }

  private static Duration cpu(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException("the CPU time of a process is not known"));
  }
}
