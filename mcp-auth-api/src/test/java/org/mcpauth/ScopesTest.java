// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  @Test
  void parseWhenSpaceDelimitedThenKeepsOrderAndDropsDuplicates() {
    Scopes scopes = Scopes.parse("notes:write notes:read  notes:write ");

    assertThat(scopes).containsExactly("notes:write", "notes:read");
    assertThat(scopes).hasToString("notes:write notes:read");
  }

  @Test
  void parseWhenEmptyThenNone() {
    assertThat(Scopes.parse("")).isEqualTo(Scopes.none());
    assertThat(Scopes.none().isEmpty()).isTrue();
  }

  /** RFC 6749 §3.3: these would split or end the quoted string of a header. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a\r\nb", "a\tb", "é", "\u007f"})
  void ofWhenNotAScopeTokenThenRefuses(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scopes.of(token))
        .withMessageContaining("RFC 6749 §3.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes:read", "https://example.com/a?b=c", "!", "a,b", "~[]^"})
  void ofWhenScopeTokenThenAccepts(String token) {
    assertThat(Scopes.of(token)).containsExactly(token);
  }

  @Test
  void containsAllWhenOneIsMissingThenFalse() {
    Scopes granted = Scopes.of("a", "b");

    assertThat(granted.containsAll(Scopes.of("b", "a"))).isTrue();
    assertThat(granted.containsAll(Scopes.of("a", "c"))).isFalse();
    assertThat(granted.containsAll(Scopes.none())).isTrue();
    assertThat(granted.containsAny(Scopes.of("c", "b"))).isTrue();
    assertThat(granted.containsAny(Scopes.none())).isFalse();
  }

  @Test
  void containsWhenOtherCaseThenFalse() {
    assertThat(Scopes.of("notes:read").contains("Notes:read")).isFalse();
  }

  @Test
  void missingFromWhenSomeGrantedThenNamesTheOthersInOrder() {
    assertThat(Scopes.of("c", "a", "b").missingFrom(Scopes.of("a", "x"))).containsExactly("c", "b");
  }

  @Test
  void unionWhenOverlappingThenEachOnce() {
    assertThat(Scopes.of("a", "b").union(Scopes.of("b", "c"))).containsExactly("a", "b", "c");
  }

  @Test
  void equalsWhenOrderDiffersThenTrue() {
    assertThat(Scopes.of("a", "b"))
        .isEqualTo(Scopes.of(List.of("b", "a")))
        .hasSameHashCodeAs(Scopes.of("b", "a"))
        .isNotEqualTo(Scopes.of("a"));
  }
}
