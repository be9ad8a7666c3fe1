// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mcpauth.samples.launcher.Walkthrough;

/** What the README of a sample has to say; the module's directory is the current one. */
public final class Readme {

  private Readme() {}

  /**
   * The README.
   *
   * @return its text
   */
  public static String text() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The commands of the sample's walkthrough on the default ports, as a block of the README.
   *
   * @return the block
   */
  public static String commands() {
    String commands =
        Walkthrough.of(Path.of("walkthrough.sh"))
            .commands(
                URI.create("http://localhost:8080/mcp"),
                "http://localhost:8080/mcp",
                URI.create("http://localhost:9090"),
                URI.create("http://localhost:9191"));
    return "```sh\n" + commands + "```\n";
  }
}
