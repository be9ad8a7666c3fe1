// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A shell that commands are pasted into.
 *
 * @param name the command that starts it, such as {@code bash}
 */
public record Shell(String name) {

  /**
   * Tells whether commands with {@code curl} in them can be run.
   *
   * @return true if both are installed
   */
  public boolean isThere() {
    return isThere(name) && isThere("curl");
  }

  /**
   * Runs commands, which have to succeed.
   *
   * @param commands lines as they would be pasted
   * @return the lines of the output
   */
  public List<String> run(String commands) {
    // An interactive zsh takes # for a command, and both expand exclamation marks.
    assertThat(commands.lines()).noneMatch(line -> line.startsWith("#"));
    assertThat(commands).doesNotContain("!", "\t");
    ProcessBuilder builder = new ProcessBuilder(name).redirectErrorStream(true);
    builder.environment().put("no_proxy", "localhost");
    try {
      Process process = builder.start();
      try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
        stdin.write(commands);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output.lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isThere(String command) {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
