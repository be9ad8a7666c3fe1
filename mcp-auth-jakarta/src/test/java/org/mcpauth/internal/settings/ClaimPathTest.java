// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

  @Test
  void parseWhenWrittenThenNames() {
    assertThat(ClaimPath.parse("scope")).contains(new ClaimPath(List.of("scope")));
    assertThat(ClaimPath.parse("realm_access/roles"))
        .contains(new ClaimPath(List.of("realm_access", "roles")));
    assertThat(ClaimPath.parse("\"https://example.com/roles\"/a"))
        .contains(new ClaimPath(List.of("https://example.com/roles", "a")));
    assertThat(ClaimPath.parse("cognito:groups"))
        .contains(new ClaimPath(List.of("cognito:groups")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "\"a", "a\"b\"", "\"\"", "\"a\"b"})
  void parseWhenNoPathThenEmpty(String text) {
    assertThat(ClaimPath.parse(text)).isEmpty();
  }

  @Test
  void inWhenFollowedThenTheValueOrNothing() {
    ClaimPath path = new ClaimPath(List.of("a", "b"));

    assertThat(path.in(Map.of("a", Map.of("b", 1L)))).contains(1L);
    assertThat(path.in(Map.of("a", Map.of("c", 1L)))).isEmpty();
    assertThat(path.in(Map.of("a", "b"))).isEmpty();
    assertThat(path.in(Map.of())).isEmpty();
  }
}
