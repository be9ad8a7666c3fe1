// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.ApplicationExtension;
import org.mcpauth.samples.testing.RunningApplication;

/** Scopes by argument, how clients are told that one is lacking, and what they are shown. */
@ExtendWith(ApplicationExtension.class)
class ScopesIT {

  private static final Map<String, ?> ACME = Map.of("project", "acme");

  private final RunningApplication application;
  private final Desk desk;

  ScopesIT(RunningApplication application) {
    this.application = application;
    this.desk = Desk.of(application);
  }

  @Test
  void listTicketsWhenProjectNeedsAnotherScopeThenChallengesWithBoth() {
    Answer answer = desk.as("mia?scope=tickets:read").call("list_tickets", ACME);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate"))
        .containsExactly(application.insufficientScope("tickets:read tickets:acme"));
  }

  @Test
  void listTicketsWhenTokenHasTheScopeOfTheProjectThenLists() {
    assertThat(desk.as("mia?scope=tickets:read+tickets:acme").text("list_tickets", ACME))
        .contains("The rocket skates do not brake");
  }

  /** What is not the name of the project finds none of its tickets either. */
  @Test
  void listTicketsWhenProjectIsWrittenOtherwiseThenThereIsNone() {
    JsonNode result =
        desk.as("mia?scope=tickets:read").call("list_tickets", Map.of("project", "ACME")).result();
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText()).isEqualTo("There is no such project");
  }

  /** {@code mcp.auth.insufficient-scope=both-by-client}. */
  @Test
  void listTicketsWhenClientCannotStepUpThenTellsTheModel() {
    JsonNode result =
        desk.as("mia?scope=tickets:read")
            .speaking("2025-06-18")
            .call("list_tickets", ACME)
            .result();
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText())
        .isEqualTo(
            "This tool was not called: the access token lacks permission. It needs the scope(s)"
                + " tickets:read tickets:acme. Do not try again with the same authorization. Ask"
                + " the user to connect this server again and to grant the missing permission.");
    assertThat(result.at("/_meta/mcp~1www_authenticate/0").asText())
        .isEqualTo(application.insufficientScope("tickets:read tickets:acme"));
  }

  /** {@code mcp.auth.lists=permitted}. */
  @Test
  void listWhenCallersDifferThenEachIsShownItsOwnTools() {
    assertThat(tools("carl?scope=tickets:read")).containsExactly("opening_hours");
    assertThat(tools("mia?scope=tickets:read"))
        .containsExactlyInAnyOrder("opening_hours", "list_tickets");
    assertThat(tools("mia?scope=tickets:write+tickets:refund&acr=urn:example:mfa"))
        .containsExactlyInAnyOrder("opening_hours", "reply", "refund");
    assertThat(tools("mia?scope=tickets:write+tickets:refund"))
        .as("after another login she may")
        .contains("refund");
    assertThat(tools("noah?scope=tickets:read"))
        .containsExactlyInAnyOrder("opening_hours", "list_tickets", "refused_calls");
  }

  /** With {@code mcp.auth.default-policy=deny}. */
  @Test
  void replyWhenHiddenThenRefusedAsWhatDoesNotExist() {
    Answer hidden = desk.as("mia?scope=tickets:read").call("reply", ACME);
    Answer unknown = desk.as("mia?scope=tickets:read").call("no_such_tool", ACME);
    assertThat(hidden.status()).isEqualTo(403);
    assertThat(hidden.header("WWW-Authenticate")).isEmpty();
    assertThat(hidden.body()).isEqualTo(unknown.body());
  }

  private List<String> tools(String user) {
    return desk.as(user).tools();
  }
}
