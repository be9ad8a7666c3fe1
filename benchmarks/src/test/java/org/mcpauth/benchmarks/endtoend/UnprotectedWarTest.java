// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprotectedWarTest {

  private static final String LIBRARY = "WEB-INF/lib/mcp-auth-jakarta-1.0.jar";
  private static final String API = "WEB-INF/lib/mcp-auth-api-1.0.jar";
  private static final String APPLICATION = "WEB-INF/classes/Application.class";

  @Test
  void writeReplacesTheLibraryAndNothingElse(@TempDir Path directory) throws IOException {
    Path twin = directory.resolve("twin.war");

    UnprotectedWar.write(war(directory, APPLICATION, API, LIBRARY), twin);

    try (ZipFile zip = new ZipFile(twin.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(APPLICATION, API, "WEB-INF/lib/fixed-caller.jar");
      assertThat(zip.getInputStream(zip.getEntry(API)).readAllBytes())
          .isEqualTo(API.getBytes(StandardCharsets.UTF_8));
      try (InputStream jar = zip.getInputStream(zip.getEntry("WEB-INF/lib/fixed-caller.jar"));
          ZipInputStream entries = new ZipInputStream(jar)) {
        assertThat(List.of(name(entries), name(entries), name(entries)))
            .containsExactly(
                "META-INF/beans.xml",
                "org/mcpauth/benchmarks/war/FixedCaller.class",
                "org/mcpauth/benchmarks/war/FixedCaller$Caller.class");
      }
    }
  }

  @Test
  void writeFailsWhenThereIsNothingToReplace(@TempDir Path directory) throws IOException {
    Path other = war(directory, APPLICATION, API);

    assertThatThrownBy(() -> UnprotectedWar.write(other, directory.resolve("twin.war")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("is not protected");
  }

  private static String name(ZipInputStream entries) throws IOException {
    ZipEntry entry = entries.getNextEntry();
    return entry == null ? "" : entry.getName();
  }

  private static Path war(Path directory, String... names) throws IOException {
    Path war = directory.resolve("original.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return war;
  }
}
