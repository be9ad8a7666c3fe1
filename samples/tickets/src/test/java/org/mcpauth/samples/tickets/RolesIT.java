// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.ApplicationExtension;
import org.mcpauth.samples.testing.RunningApplication;

/** {@code @RolesAllowed}, {@code @PermitAll}, {@code @DenyAll}, and what has none of them. */
@ExtendWith(ApplicationExtension.class)
class RolesIT {

  private static final Map<String, ?> GLOBEX = Map.of("project", "globex");

  private final RunningApplication application;
  private final Desk desk;

  RolesIT(RunningApplication application) {
    this.application = application;
    this.desk = Desk.of(application);
  }

  @Test
  void openingHoursWhenNoTokenThenTells() {
    assertThat(desk.text("opening_hours", Map.of())).isEqualTo("Monday to Friday, 9 to 17 h UTC");
  }

  @Test
  void openingHoursWhenTokenHasNoRoleThenTells() {
    assertThat(desk.as("carl").text("opening_hours", Map.of())).startsWith("Monday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list_tickets", "reply", "refund", "refused_calls", "delete_tickets"})
  void callWhenNoTokenThenChallenges(String tool) {
    Answer answer = desk.call(tool, GLOBEX);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .containsExactly(application.unauthenticated("tickets:read tickets:write tickets:refund"));
  }

  @Test
  void listTicketsWhenRoleAndScopeThenLists() {
    assertThat(desk.as("mia?scope=tickets:read").text("list_tickets", GLOBEX))
        .contains("Where is my invoice?", "I was charged twice")
        .doesNotContain("acme");
  }

  /** There is no scope to ask for, so there is no challenge. */
  @Test
  void listTicketsWhenScopeWithoutRoleThenForbidden() {
    assertForbidden(desk.as("carl?scope=tickets:read").call("list_tickets", GLOBEX));
  }

  @Test
  void refusedCallsWhenRoleOfTheClassAloneThenForbidden() {
    assertForbidden(desk.as("mia?scope=tickets:read").call("refused_calls", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mia", "noah"})
  void deleteTicketsWhenAnybodyThenForbidden(String user) {
    assertForbidden(desk.as(user + "?scope=tickets:write").call("delete_tickets", Map.of()));
  }

  /** {@code mcp.auth.default-policy=deny}. */
  @Test
  void callWhenNothingIsSaidAboutTheToolThenForbidden() {
    assertForbidden(desk.as("noah?scope=tickets:read").call("forgotten", Map.of()));
  }

  private static void assertForbidden(Answer answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"access_denied\","
                + "\"error_description\":\"The caller may not use this operation\"}");
  }
}
