// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.log.LogRecorder;

/** What the log says when an application starts. */
class RequirementTableTest {

  private static List<String> announced(Gate gate) {
    try (LogRecorder lines = new LogRecorder()) {
      gate.engine(RoleNotes.class, NotesTools.class).announce();
      return List.copyOf(lines.lines());
    }
  }

  @Test
  void announceWhenOperationsAreKnownThenSaysWhoMayUseWhat() {
    List<String> lines = announced(new Gate("mcp.auth.tools.plain.scopes", "notes:read"));

    int table = 0;
    while (!lines.get(table).contains("MCPAUTH-6008")) {
      table++;
    }
    assertThat(lines.get(table).lines())
        .containsExactly(
            "INFO MCPAUTH-6008: who may use what:",
            "  tool      about                nothing: open to everybody",
            "  tool      add_note             scope notes:read and notes:write",
            "  tool      audit                scope notes:admin or notes:audit",
            "  tool      list_notes           scope notes:read",
            "  tool      never                closed to everybody",
            "  tool      plain                scope notes:read",
            "  tool      reset                role admin",
            "  tool      whoami               any valid token",
            "  tool      wipe                 scope notes:delete; authentication of acr mfa or"
                + " hardware within 300 s",
            "  prompt    summarize            scope notes:read",
            "  resource  notes://all          scope notes:read",
            "  resource  notes://secret/{id}  scope notes:secret",
            "  anything else: any valid token");
    assertThat(lines.subList(table + 1, lines.size()))
        .containsExactly(
            "WARNING MCPAUTH-6009: the tool 'about' is open to everybody, without a token");
  }

  @Test
  void announceWhenEverythingIsPermittedThenWarnsOfEach() {
    assertThat(announced(new Gate("mcp.auth.default-policy", "permit")))
        .contains(
            "WARNING MCPAUTH-6009: the tool 'plain' is open to everybody, without a token",
            "WARNING MCPAUTH-6010: mcp.auth.default-policy=permit: every tool, prompt and resource that"
                + " nothing is said about is open to everybody, without a token")
        .doesNotContain(
            "WARNING MCPAUTH-6009: the tool 'wipe' is open to everybody, without a token");
  }
}
