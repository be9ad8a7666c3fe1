// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarArchiveTest {

  @Test
  void archivesDifferInNothingButTheLibrary(@TempDir Path directory) throws IOException {
    List<String> open = entries(directory, false);
    List<String> guarded = entries(directory, true);

    assertThat(open)
        .contains(
            "WEB-INF/beans.xml",
            "WEB-INF/classes/org/mcpauth/benchmarks/war/McpServlet.class",
            "WEB-INF/classes/org/mcpauth/benchmarks/war/EchoTools.class")
        .hasSize(5);
    assertThat(guarded).containsAll(open).hasSize(9);
  }

  private static List<String> entries(Path directory, boolean isProtected) throws IOException {
    Path war = directory.resolve("application.war");
    WarArchive.write(war, isProtected);
    try (ZipFile zip = new ZipFile(war.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
