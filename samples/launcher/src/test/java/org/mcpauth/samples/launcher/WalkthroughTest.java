// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The sample's own tests run the commands. */
class WalkthroughTest {

  private final String commands =
      Walkthrough.commands(
          URI.create("http://localhost:1/mcp"),
          "https://api.example/mcp",
          URI.create("http://localhost:2"));

  @Test
  void commandsWhenAskedForThenHaveActualAddresses() {
    assertThat(commands.lines().findFirst())
        .contains(
            "MCP='http://localhost:1/mcp' TOKENS='http://localhost:2/token'"
                + " RESOURCE='https://api.example/mcp'");
    assertThat(commands).doesNotContain("@MCP@", "@ISSUER@", "@RESOURCE@");
  }

  /** An interactive zsh takes {@code #} for a command, and both expand {@code !}. */
  @Test
  void commandsWhenPastedThenHaveNothingThatInteractiveShellsTakeAmiss() {
    assertThat(commands.lines()).noneMatch(line -> line.startsWith("#"));
    assertThat(commands).doesNotContain("!", "\t");
  }
}
