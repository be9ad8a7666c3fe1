// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainValuesTest {

  @Test
  void ofWhenJsonThenPlain() {
    assertThat(PlainValues.of(json("\"a\""))).isEqualTo("a");
    assertThat(PlainValues.of(json("1"))).isEqualTo(1L);
    assertThat(PlainValues.of(json("1.5"))).isEqualTo(1.5);
    assertThat(PlainValues.of(json("true"))).isEqualTo(true);
    assertThat(PlainValues.of(json("false"))).isEqualTo(false);
    assertThat(PlainValues.of(json("[\"a\", 1, [true]]")))
        .isEqualTo(List.of("a", 1L, List.of(true)));
    assertThat(PlainValues.of(json("{\"roles\": [\"a\"], \"n\": {\"m\": 2}}")))
        .isEqualTo(Map.of("roles", List.of("a"), "n", Map.of("m", 2L)));
  }

  @Test
  void ofWhenIntegerIsNoLongThenStaysLarge() {
    assertThat(PlainValues.of(json("9223372036854775807"))).isEqualTo(Long.MAX_VALUE);
    assertThat(PlainValues.of(json("18446744073709551617"))).isEqualTo(0x1p64);
    assertThat(PlainValues.of(json("-18446744073709551617"))).isEqualTo(-0x1p64);
  }

  /** The audience, as MicroProfile JWT has it. */
  @Test
  void ofWhenSetThenListInItsOrder() {
    assertThat(PlainValues.of(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo(List.of("b", "a"));
  }

  @Test
  void ofWhenCollectionsHaveJsonThenPlainInside() {
    assertThat(PlainValues.of(List.of(Json.createValue("a"), Json.createValue(2))))
        .isEqualTo(List.of("a", 2L));
    assertThat(PlainValues.of(Map.of("act", Map.of("sub", Json.createValue("b")))))
        .isEqualTo(Map.of("act", Map.of("sub", "b")));
  }

  @Test
  void ofWhenPlainThenItself() {
    assertThat(PlainValues.of("a")).isEqualTo("a");
    assertThat(PlainValues.of(3)).isEqualTo(3L);
    assertThat(PlainValues.of(3L)).isEqualTo(3L);
    assertThat(PlainValues.of(true)).isEqualTo(true);
  }

  @Test
  void ofWhenNullIsInsideThenLeftOut() {
    assertThat(PlainValues.of(json("[null, 1]"))).isEqualTo(List.of(1L));
    assertThat(PlainValues.of(json("{\"a\": null, \"b\": 1}"))).isEqualTo(Map.of("b", 1L));
    assertThat(PlainValues.of(Arrays.asList(null, "a"))).isEqualTo(List.of("a"));
    Map<String, Object> members = new LinkedHashMap<>(Map.of("b", "c"));
    members.put("a", JsonValue.NULL);
    assertThat(PlainValues.of(members)).isEqualTo(Map.of("b", "c"));
  }

  @Test
  void isThereWhenNullThenNot() {
    assertThat(PlainValues.isThere(null)).isFalse();
    assertThat(PlainValues.isThere(JsonValue.NULL)).isFalse();
    assertThat(PlainValues.isThere("")).isTrue();
    assertThat(PlainValues.isThere(JsonValue.FALSE)).isTrue();
  }

  private static JsonValue json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
