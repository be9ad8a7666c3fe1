// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class McpOperationTest {

  @Test
  void equalsWhenSameNameButOtherKindThenFalse() {
    assertThat(McpOperation.tool("notes")).isNotEqualTo(McpOperation.prompt("notes"));
    assertThat(McpOperation.tool("notes")).isEqualTo(McpOperation.tool("notes"));
    assertThat(McpOperation.tool("notes")).isNotEqualTo(McpOperation.tool("Notes"));
  }

  @Test
  void newWhenNameIsEmptyThenRefuses() {
    assertThatIllegalArgumentException().isThrownBy(() -> McpOperation.resource(""));
  }
}
