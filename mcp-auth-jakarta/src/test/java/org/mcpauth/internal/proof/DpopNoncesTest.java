// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.settings.MutableClock;

class DpopNoncesTest {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final MutableClock clock = new MutableClock();
  private final DpopNonces nonces = new DpopNonces(WINDOW, clock);

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }

  /** RFC 9449 §8.1: NQCHAR. */
  @Test
  void currentWhenAskedThenIsOfTheSyntaxOfNonces() {
    assertThat(nonces.current()).matches("[A-Za-z0-9_-]{43}").isEqualTo(nonces.current());
  }

  @Test
  void currentWhenWindowsPassThenAlwaysAnotherOne() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      assertThat(seen.add(nonces.current())).isTrue();
      clock.advance(WINDOW);
    }
  }

  @Test
  void isRecentWhenOfThisWindowOrTheOneBeforeThenTrue() {
    String nonce = nonces.current();
    assertThat(nonces.isRecent(nonce)).isTrue();

    clock.advance(WINDOW);
    assertThat(nonces.isRecent(nonce)).isTrue();

    clock.advance(WINDOW);
    assertThat(nonces.isRecent(nonce)).isFalse();
  }

  @Test
  void isRecentWhenOfTheFutureOrNoNonceThenFalse() {
    MutableClock later = new MutableClock();
    later.advance(WINDOW);

    assertThat(new DpopNonces(WINDOW, clock, key(1)).isRecent(nonceOf(later, key(1)))).isFalse();
    assertThat(nonces.isRecent("")).isFalse();
    assertThat(nonces.isRecent(nonces.current() + "A")).isFalse();
    assertThat(nonces.isRecent("a".repeat(43))).isFalse();
  }

  @Test
  void isRecentWhenOfAnotherProcessThenOnlyWithTheSameKey() {
    assertThat(nonces.isRecent(new DpopNonces(WINDOW, clock).current())).isFalse();
    assertThat(new DpopNonces(WINDOW, clock, key(1)).isRecent(nonceOf(clock, key(1)))).isTrue();
    assertThat(new DpopNonces(WINDOW, clock, key(1)).isRecent(nonceOf(clock, key(2)))).isFalse();
  }

  private static String nonceOf(MutableClock clock, byte[] key) {
    return new DpopNonces(WINDOW, clock, key).current();
  }

  @Test
  void successorOfWhenTheOldOneIsAboutToEndThenTheNewOne() {
    String old = nonces.current();
    assertThat(nonces.successorOf(old)).isEmpty();

    clock.advance(WINDOW);
    assertThat(nonces.successorOf(old)).contains(nonces.current());
  }

  /** RFC 9449 §8.2: what has a nonce must not be cached. */
  @Test
  void headersWhenWrittenThenAnswerIsNotCached() {
    assertThat(DpopNonces.headers("abc"))
        .isEqualTo(Map.of("DPoP-Nonce", "abc", "Cache-Control", "no-store"));
  }

  @Test
  void newWhenKeyIsShortOrWindowNotPositiveThenRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DpopNonces(WINDOW, clock, new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> new DpopNonces(Duration.ZERO, clock));
  }
}
