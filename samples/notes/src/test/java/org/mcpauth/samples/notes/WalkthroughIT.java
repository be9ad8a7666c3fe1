// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.testing.Shell;

/** The commands that the launcher prints do what it says. */
@ExtendWith(NotesExtension.class)
class WalkthroughIT {

  private final RunningNotes notes;

  WalkthroughIT(RunningNotes notes) {
    this.notes = notes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void commandsWhenPastedThenShow401And403And200(String shell) {
    Shell pasted = new Shell(shell);
    assumeTrue(pasted.isThere(), shell + " and curl are needed");
    List<String> lines = pasted.run(notes.walkthrough());
    assertThat(lines.stream().filter(line -> line.startsWith("HTTP/1.1 ")))
        .extracting(line -> line.substring(9, 12))
        .containsExactly("401", "200", "202", "200", "403", "200");
    assertThat(lines.stream().filter(line -> line.startsWith("WWW-Authenticate: ")))
        .containsExactly(
            "WWW-Authenticate: " + notes.unauthenticated(),
            "WWW-Authenticate: " + notes.insufficientScope("notes:write notes:read"));
    assertThat(notes.texts()).containsExactly("Buy milk");
  }
}
