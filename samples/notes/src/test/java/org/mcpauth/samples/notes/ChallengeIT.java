// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

/** What a client is told that may not do what it asks for: status and whole header lines. */
@ExtendWith(NotesExtension.class)
class ChallengeIT {

  private static final Map<String, ?> NO_ARGUMENTS = Map.of();
  private static final Map<String, ?> MILK = Map.of("text", "Buy milk");

  private final RunningNotes notes;

  ChallengeIT(RunningNotes notes) {
    this.notes = notes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"whoami\"}}",
        "not JSON"
      })
  void postWhenNoTokenThenChallengesWithoutError(String body) {
    Answer answer = Wire.post(notes.endpoint(), "application/json", body);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.unauthenticated());
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void getWhenNoTokenThenChallengesWithoutError() {
    Answer answer = Wire.get(notes.endpoint());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.unauthenticated());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource",
        "/.well-known/oauth-protected-resource/mcp"
      })
  void getWhenMetadataThenDescribesResource(String path) {
    Answer answer = Wire.get(URI.create(notes.origin() + path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("application/json");
    JsonNode metadata = Answer.json(answer.body());
    assertThat(metadata.path("resource").asText()).isEqualTo(notes.endpoint().toString());
    assertThat(metadata.path("authorization_servers"))
        .hasToString("[\"" + notes.issuer().issuer() + "\"]");
    assertThat(metadata.path("scopes_supported")).hasToString("[\"notes:read\"]");
    assertThat(metadata.path("bearer_methods_supported")).hasToString("[\"header\"]");
  }

  @Test
  void addNoteWhenTokenMayOnlyReadThenChallengesAndAddsNothing() {
    Answer answer = session("notes:read").callTool("add_note", MILK);
    assertInsufficient(answer, "notes:write notes:read");
    assertThat(notes.texts()).isEmpty();
  }

  @Test
  void addNoteWhenSteppedUpThenAddsNote() {
    McpSession session = session("notes:read");
    assertInsufficient(session.callTool("add_note", MILK), "notes:write notes:read");
    session.with(notes.token("notes:read", "notes:write")).callTool("add_note", MILK).result();
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  @Test
  void deleteAllNotesWhenTokenMayReadAndWriteThenChallengesAndKeepsThem() {
    McpSession session = session("notes:read", "notes:write");
    session.callTool("add_note", MILK).result();
    assertInsufficient(
        session.callTool("delete_all_notes", NO_ARGUMENTS), "notes:admin notes:read notes:write");
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  @Test
  void listNotesWhenTokenHasNoScopeThenChallenges() {
    assertInsufficient(session().callTool("list_notes", NO_ARGUMENTS), "notes:read");
  }

  @Test
  void getPromptWhenTokenMayOnlyWriteThenChallenges() {
    Answer answer = session("notes:write").call("prompts/get", Map.of("name", "summarize_notes"));
    assertInsufficient(answer, "notes:read notes:write");
  }

  @Test
  void readResourceWhenTokenMayOnlyWriteThenChallenges() {
    Answer answer = session("notes:write").call("resources/read", Map.of("uri", "notes://all"));
    assertInsufficient(answer, "notes:read notes:write");
  }

  @Test
  void whoamiWhenNoTokenThenChallenges() {
    Answer answer = session().anonymous().callTool("whoami", NO_ARGUMENTS);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.unauthenticated());
  }

  private McpSession session(String... scopes) {
    return McpSession.open(notes, notes.token(scopes));
  }

  /** The scopes of the token are named as well: the session speaks a revision before 2026-07-28. */
  private void assertInsufficient(Answer answer, String scope) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.insufficientScope(scope));
  }
}
