// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedPathTest {

  @ParameterizedTest
  @CsvSource({
    "/mcp, /mcp",
    "/mcp/*, /mcp",
    "/*, /mcp",
    "/, /mcp",
    "/api/*, /api/mcp",
    "/mcp/messages, /mcp",
    "/mcp/sse/*, /mcp",
    "*.mcp, /server.mcp"
  })
  void matchesWhenPatternIsAtOrAroundOrBelowThePathThenTrue(String pattern, String path) {
    assertThat(ServedPath.matches(pattern, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp2, /mcp",
    "/mcp2/*, /mcp",
    "/mc/*, /mcp",
    "/api/*, /mcp",
    "/api, /api/mcp",
    "'', /mcp",
    "*.jsp, /mcp"
  })
  void matchesWhenPatternIsElsewhereThenFalse(String pattern, String path) {
    assertThat(ServedPath.matches(pattern, path)).isFalse();
  }
}
