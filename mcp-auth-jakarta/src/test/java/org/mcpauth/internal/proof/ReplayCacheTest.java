// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.internal.proof.ReplayCache.Outcome.ENDED;
import static org.mcpauth.internal.proof.ReplayCache.Outcome.FIRST_USE;
import static org.mcpauth.internal.proof.ReplayCache.Outcome.FULL;
import static org.mcpauth.internal.proof.ReplayCache.Outcome.REPLAYED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.settings.MutableClock;

class ReplayCacheTest {

  private final MutableClock clock = new MutableClock();
  private final ReplayCache cache = new ReplayCache(2, clock);

  private Instant in(int seconds) {
    return MutableClock.START.plusSeconds(seconds);
  }

  @Test
  void useWhenUsedBeforeThenReplayedUntilItEnds() {
    assertThat(cache.use("a", in(10))).isEqualTo(FIRST_USE);
    assertThat(cache.use("a", in(10))).isEqualTo(REPLAYED);

    clock.advance(Duration.ofSeconds(10));
    assertThat(cache.use("a", in(10))).isEqualTo(REPLAYED);

    clock.advance(Duration.ofMillis(1));
    assertThat(cache.use("a", in(10))).isEqualTo(ENDED);
  }

  /** Checked just before its end, used just after: its first use may be forgotten by then. */
  @Test
  void useWhenItEndedMeanwhileThenNotAccepted() {
    clock.advance(Duration.ofSeconds(11));

    assertThat(cache.use("a", in(10))).isEqualTo(ENDED);
  }

  @Test
  void useWhenFullThenForgetsNothingThatIsValid() {
    assertThat(cache.use("a", in(20))).isEqualTo(FIRST_USE);
    assertThat(cache.use("b", in(10))).isEqualTo(FIRST_USE);

    assertThat(cache.use("c", in(20))).isEqualTo(FULL);
    assertThat(cache.use("a", in(20))).isEqualTo(REPLAYED);
    assertThat(cache.use("b", in(10))).isEqualTo(REPLAYED);
  }

  @Test
  void useWhenOneEndsThenThereIsRoomAgain() {
    cache.use("a", in(20));
    cache.use("b", in(10));
    clock.advance(Duration.ofSeconds(11));

    assertThat(cache.use("c", in(20))).isEqualTo(FIRST_USE);
    assertThat(cache.use("d", in(20))).isEqualTo(FULL);
    assertThat(cache.use("a", in(20))).isEqualTo(REPLAYED);
  }

  @Test
  void useWhenManyThreadsUseOneProofThenOneWins() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ReplayCache.Outcome>> outcomes =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return cache.use("a", in(10));
                          }))
              .toList();
      int first = 0;
      for (Future<ReplayCache.Outcome> outcome : outcomes) {
        first += outcome.get() == FIRST_USE ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void newWhenWithoutRoomThenRefuses() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReplayCache(0, clock));
  }
}
