// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mcpauth.samples.launcher.Walkthrough;

class ReadmeTest {

  @Test
  void readmeWhenReadThenHasTheCommandsThatTheLauncherPrints() throws IOException {
    String commands =
        Walkthrough.commands(
            URI.create("http://localhost:8080/mcp"),
            "http://localhost:8080/mcp",
            URI.create("http://localhost:9090"));
    assertThat(Files.readString(Path.of("README.md"))).contains("```sh\n" + commands + "```\n");
  }
}
