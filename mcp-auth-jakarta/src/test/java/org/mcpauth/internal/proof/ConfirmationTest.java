// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class ConfirmationTest {

  private static final String JKT = "j".repeat(43);
  private static final String X5T = "x".repeat(43);

  private static Confirmation read(@Nullable Object cnf) {
    return Confirmation.of(new BoundToken(Collections.singletonMap("cnf", cnf)));
  }

  @Test
  void ofWhenNoCnfThenUnbound() {
    assertThat(Confirmation.of(new BoundToken(Map.of("sub", "alice"))))
        .isEqualTo(new Confirmation(Optional.empty(), Optional.empty(), true));
  }

  @Test
  void ofWhenKnownMembersThenThem() {
    assertThat(read(Map.of("jkt", JKT)))
        .isEqualTo(new Confirmation(Optional.of(JKT), Optional.empty(), true));
    assertThat(read(Map.of("x5t#S256", X5T)))
        .isEqualTo(new Confirmation(Optional.empty(), Optional.of(X5T), true));
    assertThat(read(Map.of("jkt", JKT, "x5t#S256", X5T)))
        .isEqualTo(new Confirmation(Optional.of(JKT), Optional.of(X5T), true));
  }

  static Stream<Object> unknown() {
    return Stream.of(
        Map.of(),
        Map.of("jwk", Map.of("kty", "EC")),
        Map.of("kid", "1"),
        Map.of("jkt", JKT, "kid", "1"),
        Map.of("jkt", ""),
        Map.of("jkt", JKT + "="),
        Map.of("jkt", 1),
        Map.of("jkt", List.of(JKT)),
        Map.of("JKT", JKT),
        Map.of("jkt", JKT, "x5t#S256", true),
        Collections.singletonMap("jkt", null),
        Collections.singletonMap(null, JKT),
        JKT,
        List.of(Map.of("jkt", JKT)),
        true);
  }

  /** Fail closed: what is bound in a way that nobody here knows must not look unbound. */
  @ParameterizedTest
  @NullSource
  @MethodSource("unknown")
  void ofWhenAnythingElseThenNotUnderstood(@Nullable Object cnf) {
    assertThat(read(cnf)).isEqualTo(new Confirmation(Optional.empty(), Optional.empty(), false));
  }
}
