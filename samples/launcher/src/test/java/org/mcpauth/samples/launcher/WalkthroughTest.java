// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples' own tests run the commands. */
class WalkthroughTest {

  private final Path directory;

  WalkthroughTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void commandsWhenAskedForThenHaveActualAddresses() throws IOException {
    Path file = directory.resolve("walkthrough.sh");
    Files.writeString(file, "A='@MCP@' B='@ISSUER@/token' C='@RESOURCE@'\nD='@COMPANION@/e'\n");
    assertThat(
            Walkthrough.of(file)
                .commands(
                    URI.create("http://localhost:1/mcp"),
                    "https://api.example/mcp",
                    URI.create("http://localhost:2"),
                    URI.create("http://localhost:3")))
        .isEqualTo(
            """
            A='http://localhost:1/mcp' B='http://localhost:2/token' C='https://api.example/mcp'
            D='http://localhost:3/e'
            """);
  }

  @Test
  void ofWhenThereIsNoFileThenNamesIt() {
    Path file = directory.resolve("nothing.sh");
    assertThatThrownBy(() -> Walkthrough.of(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read " + file);
  }
}
