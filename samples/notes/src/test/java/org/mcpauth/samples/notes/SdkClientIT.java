// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.client.transport.customizer.McpHttpClientTransportAuthorizationErrorHandler;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.samples.testing.Answer;

/** Everything that the sample offers, through the client of the official MCP Java SDK. */
@ExtendWith(NotesExtension.class)
class SdkClientIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Map<String, Object> MILK = Map.of("text", "Buy milk");

  private final RunningNotes notes;
  private volatile Optional<String> token = Optional.empty();
  private final List<String> challenges = new CopyOnWriteArrayList<>();
  private final List<McpSyncClient> clients = new CopyOnWriteArrayList<>();

  SdkClientIT(RunningNotes notes) {
    this.notes = notes;
  }

  @AfterEach
  void closeClients() {
    clients.forEach(McpSyncClient::close);
  }

  @Test
  void listToolsWhenAuthorizedThenDescribesEachTool() {
    List<Tool> tools = client("notes:read").listTools().tools();
    assertThat(tools)
        .extracting(Tool::name)
        .containsExactlyInAnyOrder("about", "whoami", "list_notes", "add_note", "delete_all_notes");
    assertThat(tools).allSatisfy(tool -> assertThat(tool.description()).isNotBlank());
    Tool addNote =
        tools.stream().filter(t -> t.name().equals("add_note")).findFirst().orElseThrow();
    assertThat(addNote.inputSchema()).containsEntry("required", List.of("text"));
  }

  @Test
  void callToolWhenScopesSufficeThenAddsListsAndDeletes() {
    McpSyncClient client = client("notes:admin");
    assertThat(call(client, "add_note", MILK).isError()).isFalse();
    CallToolResult listed = call(client, "list_notes", Map.of());
    assertThat(listed.structuredContent())
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .extractingByKey("notes")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("text", "Buy milk")
        .containsEntry("author", "alice");
    assertThat(call(client, "delete_all_notes", Map.of()).structuredContent())
        .isEqualTo(Map.of("deleted", 1));
    assertThat(notes.texts()).isEmpty();
  }

  /** The scope hierarchy: the token itself names neither notes:read nor notes:write. */
  @Test
  void listNotesWhenTokenHasOnlyAdminThenIsImplied() {
    assertThat(call(client("notes:admin"), "list_notes", Map.of()).isError()).isFalse();
  }

  @Test
  void whoamiWhenTokenHasNoScopeThenNamesSubjectAndClient() {
    CallToolResult result = call(client("other:scope"), "whoami", Map.of());
    assertThat(result.structuredContent())
        .isEqualTo(
            Map.of("subject", "alice", "client", "test-client", "scopes", List.of("other:scope")));
    assertThat(text(result))
        .isEqualTo(
            "{\"subject\":\"alice\",\"client\":\"test-client\",\"scopes\":[\"other:scope\"]}");
  }

  /** The operation is open to everybody, the session of somebody is not. */
  @Test
  void aboutWhenNoTokenInSessionOfAnAuthorizedClientThenSessionIsNotFound() {
    McpSyncClient client = client("notes:read");
    token = Optional.empty();
    assertThatThrownBy(() -> call(client, "about", Map.of()))
        .hasStackTraceContaining("MCP session with server terminated");
    assertThat(challenges).isEmpty();
  }

  @Test
  void getPromptWhenMayReadThenHasNotes() {
    McpSyncClient client = client("notes:read notes:write");
    call(client, "add_note", MILK);
    PromptMessage message =
        client.getPrompt(GetPromptRequest.builder("summarize_notes").build()).messages().get(0);
    assertThat(((TextContent) message.content()).text()).contains("- Buy milk (alice)");
  }

  @Test
  void readResourceWhenMayReadThenHasNotes() {
    McpSyncClient client = client("notes:read notes:write");
    call(client, "add_note", MILK);
    var contents =
        client.readResource(ReadResourceRequest.builder("notes://all").build()).contents();
    TextResourceContents text = (TextResourceContents) contents.get(0);
    assertThat(text.mimeType()).isEqualTo("application/json");
    assertThat(Answer.json(text.text()).at("/notes/0/text").asText()).isEqualTo("Buy milk");
  }

  @Test
  void addNoteWhenArgumentsAreBadThenIsErrorAndAddsNothing() {
    McpSyncClient client = client("notes:write");
    List<Map<String, Object>> bad =
        List.of(
            Map.of(),
            Map.of("text", ""),
            Map.of("text", " \t"),
            Map.of("text", 5),
            Map.of("text", "x".repeat(2001)),
            Map.of("text", "x", "more", "y"));
    assertThat(bad)
        .allSatisfy(
            arguments -> {
              CallToolResult result = call(client, "add_note", arguments);
              assertThat(result.isError()).isTrue();
              assertThat(text(result)).isNotBlank();
            });
    assertThat(notes.texts()).isEmpty();
  }

  @Test
  void addNoteWhenTextIsAsLongAsAllowedThenAddsIt() {
    String text = "\u00e4\u20ac".repeat(1000);
    call(client("notes:write"), "add_note", Map.of("text", text));
    assertThat(notes.texts()).containsExactly(text);
  }

  /** The client gets the scope from the challenge, a better token, and tries again. */
  @Test
  void addNoteWhenClientStepsUpThenAddsNote() {
    McpSyncClient client = client("notes:read");
    assertThat(call(client, "add_note", MILK).isError()).isFalse();
    assertThat(challenges)
        .containsExactly("403 " + notes.insufficientScope("notes:write notes:read"));
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  @Test
  void initializeWhenNoTokenThenClientLearnsOfChallenge() {
    McpSyncClient client = newClient(Optional.empty());
    assertThatException()
        .isThrownBy(client::initialize)
        .havingRootCause()
        .isInstanceOf(McpHttpClientTransportAuthorizationException.class);
    assertThat(challenges).first().isEqualTo("401 " + notes.unauthenticated());
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  private McpSyncClient client(String scopes) {
    McpSyncClient client = newClient(Optional.of(notes.token(scopes)));
    client.initialize();
    return client;
  }

  private McpSyncClient newClient(Optional<String> firstToken) {
    token = firstToken;
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(notes.origin())
            .endpoint("/mcp")
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) ->
                    token.ifPresent(text -> authorize(request, text)))
            .authorizationErrorHandler(
                McpHttpClientTransportAuthorizationErrorHandler.fromSync(
                    (request, response, context) -> stepUp(response)))
            .build();
    McpSyncClient client = McpClient.sync(transport).requestTimeout(TIMEOUT).build();
    clients.add(client);
    return client;
  }

  private static void authorize(HttpRequest.Builder request, String text) {
    request.setHeader("Authorization", "Bearer " + text);
  }

  private boolean stepUp(ResponseInfo response) {
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    challenges.add(response.statusCode() + " " + challenge);
    if (response.statusCode() != 403) {
      return false;
    }
    String scope = challenge.replaceAll(".* scope=\"([^\"]*)\".*", "$1");
    token = Optional.of(notes.token("notes:read", scope));
    return true;
  }
}
