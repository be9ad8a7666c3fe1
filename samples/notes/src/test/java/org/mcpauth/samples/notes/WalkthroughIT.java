// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.launcher.Walkthrough;

/** The commands that the launcher prints do what it says. */
@ExtendWith(NotesExtension.class)
class WalkthroughIT {

  private final RunningNotes notes;

  WalkthroughIT(RunningNotes notes) {
    this.notes = notes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void commandsWhenPastedThenShow401And403And200(String shell) throws Exception {
    assumeTrue(isThere(shell) && isThere("curl"), shell + " and curl are needed");
    List<String> lines = run(shell).lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("HTTP/1.1 ")))
        .extracting(line -> line.substring(9, 12))
        .containsExactly("401", "200", "202", "200", "403", "200");
    assertThat(lines.stream().filter(line -> line.startsWith("WWW-Authenticate: ")))
        .containsExactly(
            "WWW-Authenticate: " + notes.unauthenticated(),
            "WWW-Authenticate: " + notes.insufficientScope("notes:write notes:read"));
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  private String run(String shell) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
    builder.environment().put("no_proxy", "localhost");
    Process process = builder.start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      stdin.write(
          Walkthrough.commands(
              notes.endpoint(), notes.endpoint().toString(), notes.issuer().issuer()));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
