// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BoundedStoreTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void putWhenFullThenOldestMakesRoom() {
    BoundedStore<String> store = new BoundedStore<>(2, Duration.ofMinutes(1), CLOCK);
    store.put("a", "1");
    store.put("b", "2");
    store.put("c", "3");

    assertThat(store.size()).isEqualTo(2);
    assertThat(store.get("a")).isEmpty();
    assertThat(store.get("c")).contains("3");
  }

  @Test
  void putWhenKeyIsThereThenReplacesItAsNewest() {
    BoundedStore<String> store = new BoundedStore<>(2, Duration.ofMinutes(1), CLOCK);
    store.put("a", "1");
    store.put("b", "2");
    store.put("a", "3");
    store.put("c", "4");

    assertThat(store.get("a")).contains("3");
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void getWhenLifetimeIsOverThenAbsent() {
    BoundedStore<String> store = new BoundedStore<>(2, Duration.ZERO, CLOCK);
    store.put("a", "1");

    assertThat(store.get("a")).isEmpty();
    assertThat(store.remove("a")).isEmpty();
    assertThat(store.update("a", value -> value + "2")).isEmpty();
  }

  @Test
  void updateWhenPresentThenReturnsTheOldValueOnce() {
    BoundedStore<Integer> store = new BoundedStore<>(2, Duration.ofMinutes(1), CLOCK);
    store.put("a", 1);

    assertThat(store.update("a", value -> value + 1)).contains(1);
    assertThat(store.get("a")).contains(2);
    assertThat(store.remove("a")).contains(2);
    assertThat(store.remove("a")).isEmpty();
  }
}
