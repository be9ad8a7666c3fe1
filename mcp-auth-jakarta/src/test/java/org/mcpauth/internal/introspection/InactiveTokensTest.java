// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.settings.MutableClock;

class InactiveTokensTest {

  private static final Duration TTL = Duration.ofSeconds(10);

  private final MutableClock clock = new MutableClock();
  private final InactiveTokens tokens = new InactiveTokens(TTL, clock);

  @Test
  void containsWhenAddedThenUntilTheTtlIsOver() {
    tokens.add(TokenDigest.of("a"));
    assertThat(tokens.contains(TokenDigest.of("a"))).isTrue();
    assertThat(tokens.contains(TokenDigest.of("A"))).isFalse();

    clock.advance(TTL.minusMillis(1));
    assertThat(tokens.contains(TokenDigest.of("a"))).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.contains(TokenDigest.of("a"))).isFalse();
    assertThat(tokens.size()).isZero();
  }

  @Test
  void addWhenTtlIsZeroThenNothingIsRemembered() {
    InactiveTokens none = new InactiveTokens(Duration.ZERO, clock);
    none.add(TokenDigest.of("a"));

    assertThat(none.size()).isZero();
  }

  @Test
  void addWhenManyThenBoundIsKept() {
    for (int i = 0; i < InactiveTokens.MAX_SIZE + 1000; i++) {
      tokens.add(TokenDigest.of("token-" + i));
    }

    assertThat(tokens.size()).isEqualTo(InactiveTokens.MAX_SIZE);
  }

  /** GEN-4: a dump of the memory, or a line in a log, has no token that could be used. */
  @Test
  void toStringWhenKeyThenNothingOfTheToken() {
    assertThat(TokenDigest.of("5ecret")).asString().doesNotContain("5ecret");
  }
}
