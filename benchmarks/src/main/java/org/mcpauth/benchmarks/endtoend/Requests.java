// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Where the threads of a {@link Load} get their requests from. */
final class Requests {

  private Requests() {}

  /** The same request over and over, for a time. */
  static Supplier<Optional<byte[]>> repeated(byte[] request, Duration time) {
    Optional<byte[]> next = Optional.of(request);
    long start = System.nanoTime();
    return () -> System.nanoTime() - start < time.toNanos() ? next : Optional.empty();
  }

  /** Each request once. */
  static Supplier<Optional<byte[]>> each(List<byte[]> requests) {
    AtomicInteger sent = new AtomicInteger();
    return () -> {
      int index = sent.getAndIncrement();
      return index < requests.size() ? Optional.of(requests.get(index)) : Optional.empty();
    };
  }
}
