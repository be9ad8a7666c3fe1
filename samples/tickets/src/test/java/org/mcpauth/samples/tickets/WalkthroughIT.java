// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.testing.ApplicationExtension;
import org.mcpauth.samples.testing.RunningApplication;
import org.mcpauth.samples.testing.Shell;

/** The commands that the launcher prints, and the README has, do what it says. */
@ExtendWith(ApplicationExtension.class)
class WalkthroughIT {

  private final RunningApplication application;

  WalkthroughIT(RunningApplication application) {
    this.application = application;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void commandsWhenPastedThenAnswersAreThoseOfTheReadme(String shell) {
    Shell pasted = new Shell(shell);
    assumeTrue(pasted.isThere(), shell + " and curl are needed");
    List<String> lines = pasted.run(application.walkthrough());
    assertThat(lines.stream().filter(line -> line.startsWith("HTTP/1.1 ")))
        .extracting(line -> line.substring(9, 12))
        .containsExactly(
            "200", "401", "403", "200", "403", "200", "200", "200", "401", "200", "403", "200");
    assertThat(lines.stream().filter(line -> line.startsWith("WWW-Authenticate: ")))
        .containsExactly(
            "WWW-Authenticate: "
                + application.unauthenticated("tickets:read tickets:write tickets:refund"),
            "WWW-Authenticate: " + application.insufficientScope("tickets:read tickets:acme"),
            "WWW-Authenticate: " + Desk.betterLogin(application, "tickets:refund tickets:read"));
    assertThat(lines)
        .anyMatch(line -> line.contains("Mia Jensen <mia@desk.example>"))
        .anyMatch(line -> line.contains("\\\"orderedBy\\\":\\\"mia\\\""))
        .anyMatch(line -> line.contains("delete_tickets: FORBIDDEN"));
  }
}
