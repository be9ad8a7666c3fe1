// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpOperation;

/** What one caller sees of a list. */
class ListFilterTest {

  private final ListFilter tools = Lists.filter(ListKind.TOOLS, Lists.PLAIN);

  @ParameterizedTest
  @CsvSource({
    "TOOLS, tools, name, TOOL",
    "PROMPTS, prompts, name, PROMPT",
    "RESOURCES, resources, uri, RESOURCE",
    "TEMPLATES, resourceTemplates, uriTemplate, RESOURCE"
  })
  void wholeWhenEntryIsNotPermittedThenLeftOut(
      ListKind kind, String member, String naming, McpOperation.Kind asked) {
    ListView view =
        new ListView(
            operation -> operation.equals(new McpOperation(asked, "a")),
            Optional.empty(),
            true,
            false);
    String list = "{\"%s\":[{\"%s\":\"a\"},{\"%s\":\"b\"}]}".formatted(member, naming, naming);

    assertThat(Lists.whole(Lists.filter(kind, view), Lists.result(list)))
        .isEqualTo(Lists.result("{\"%s\":[{\"%s\":\"a\"}]}".formatted(member, naming)));
  }

  /** Pagination: a page may become empty, its cursor stays. */
  @Test
  void wholeWhenFilteredThenOrderAndAllOtherMembersStay() {
    String before =
        "{\"z\":1.50,\"nextCursor\":\"c€\",\"tools\":[{\"name\":\"b\",\"x\":{\"y\":[null]}},"
            + "{\"name\":\"hidden\"},{\"annotations\":{\"n\":12345678901234567890},\"name\":\"a\"}],"
            + "\"_meta\":{\"k\":true}}";
    String after =
        "{\"z\":1.50,\"nextCursor\":\"c€\",\"tools\":[{\"name\":\"b\",\"x\":{\"y\":[null]}},"
            + "{\"annotations\":{\"n\":12345678901234567890},\"name\":\"a\"}],"
            + "\"_meta\":{\"k\":true}}";

    assertThat(Lists.whole(tools, Lists.result(before))).isEqualTo(Lists.result(after));
    assertThat(
            Lists.whole(
                tools, Lists.result("{\"tools\":[{\"name\":\"hidden\"}],\"nextCursor\":\"2\"}")))
        .isEqualTo(Lists.result("{\"tools\":[],\"nextCursor\":\"2\"}"));
  }

  /** Of a list that was not asked for nothing is shown either. */
  @Test
  void wholeWhenOtherListsAreThereTooThenFilteredTheSame() {
    assertThat(
            Lists.whole(
                tools,
                Lists.result(
                    "{\"tools\":[],\"prompts\":[{\"name\":\"hidden\"},{\"name\":\"p\"}]}")))
        .isEqualTo(Lists.result("{\"tools\":[],\"prompts\":[{\"name\":\"p\"}]}"));
  }

  /** CACHE-2, CACHE-3. */
  @Test
  void wholeWhenListVariesThenCacheScopeIsPrivate() {
    ListFilter current =
        Lists.filter(
            ListKind.TOOLS, new ListView(Lists::isPermitted, Optional.empty(), true, true));
    ListFilter same =
        Lists.filter(ListKind.TOOLS, new ListView(o -> true, Optional.empty(), false, true));
    String open = Lists.result("{\"cacheScope\":\"public\",\"ttlMs\":1,\"tools\":[]}");

    assertThat(Lists.whole(tools, open))
        .isEqualTo(Lists.result("{\"cacheScope\":\"private\",\"ttlMs\":1,\"tools\":[]}"));
    assertThat(Lists.whole(tools, Lists.result("{\"tools\":[]}")))
        .isEqualTo(Lists.result("{\"tools\":[]}"));
    assertThat(Lists.whole(current, Lists.result("{\"tools\":[]}")))
        .isEqualTo(Lists.result("{\"tools\":[],\"cacheScope\":\"private\"}"));
    assertThat(Lists.whole(same, open)).isEqualTo(open);
  }

  @Test
  void wholeWhenErrorThenPasses() {
    String error =
        "{ \"jsonrpc\":\"2.0\", \"id\":7, \"error\":{\"code\":-32602,\"message\":\"cursor\"} }";

    assertThat(Lists.whole(tools, error)).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "hidden",
        "<html>hidden</html>",
        "{\"jsonrpc\":\"2.0\",\"id\":7",
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":[]}}]",
        "\"hidden\"",
        "{}",
        "{\"tools\":[{\"name\":\"hidden\"}]}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"Result\":{\"tools\":[{\"name\":\"hidden\"}]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":[{\"name\":\"hidden\"}]}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"prompts\":[]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":{\"hidden\":{}}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":[\"hidden\"]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":[{\"title\":\"hidden\"}]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":[{\"name\":1}]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"tools\":[{\"name\":\"\"}]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"x\"}"
      })
  void wholeWhenNotUnderstoodThenRefused(String body) {
    WholeAnswer shown = tools.whole(Lists.answer(200, "application/json", body));

    assertThat(shown.status()).isEqualTo(500);
    assertThat(shown.contentType()).isEqualTo("application/json");
    assertThat(Lists.text(shown.body())).isEqualTo(Lists.REFUSAL);
  }

  @Test
  void wholeWhenNotUtf8ThenRefused() {
    byte[] latin = Lists.result("{\"tools\":[{\"name\":\"é\"}]}").getBytes(StandardCharsets.UTF_16);

    assertThat(Lists.text(tools.whole(new WholeAnswer(200, "application/json", latin)).body()))
        .isEqualTo(Lists.REFUSAL);
  }

  /** A session that ended is 404, and clients have to see that. */
  @Test
  void wholeWhenRefusedAndNoSuccessThenStatusStays() {
    WholeAnswer shown = tools.whole(Lists.answer(404, "text/html", "<html>"));

    assertThat(shown.status()).isEqualTo(404);
    assertThat(Lists.text(shown.body())).isEqualTo(Lists.REFUSAL);
  }

  @Test
  void wholeWhenDecidingFailsThenRefused() {
    ListView failing =
        new ListView(
            operation -> {
              throw new IllegalStateException("no");
            },
            Optional.empty(),
            true,
            false);

    assertThat(
            Lists.whole(
                Lists.filter(ListKind.TOOLS, failing),
                Lists.result("{\"tools\":[{\"name\":\"a\"}]}")))
        .isEqualTo(Lists.REFUSAL);
  }

  @Test
  void wholeWhenRequirementsAreWantedThenDescriptorSaysThem() {
    ListFilter describing =
        Lists.filter(ListKind.TOOLS, Lists.describing(Lists.scopes("notes:read", "notes:write")));

    assertThat(
            Lists.whole(
                describing,
                Lists.result("{\"tools\":[{\"name\":\"a\",\"_meta\":{\"k\":1},\"title\":\"A\"}]}")))
        .isEqualTo(
            Lists.result(
                "{\"tools\":[{\"name\":\"a\",\"_meta\":{\"k\":1,"
                    + "\"org.mcpauth/requiredScopes\":[\"notes:read\",\"notes:write\"],"
                    + "\"securitySchemes\":[{\"type\":\"oauth2\","
                    + "\"scopes\":[\"notes:read\",\"notes:write\"]}]},\"title\":\"A\","
                    + "\"securitySchemes\":[{\"type\":\"oauth2\","
                    + "\"scopes\":[\"notes:read\",\"notes:write\"]}]}]}"));
  }

  @Test
  void wholeWhenToolIsAnonymousThenDescriptorSaysNoauth() {
    ListFilter describing =
        Lists.filter(ListKind.TOOLS, Lists.describing(new ToolRequirement(true, List.of())));

    assertThat(Lists.whole(describing, Lists.result("{\"tools\":[{\"name\":\"a\"}]}")))
        .isEqualTo(
            Lists.result(
                "{\"tools\":[{\"name\":\"a\",\"securitySchemes\":[{\"type\":\"noauth\"}],"
                    + "\"_meta\":{\"org.mcpauth/requiredScopes\":[],"
                    + "\"securitySchemes\":[{\"type\":\"noauth\"}]}}]}"));
  }

  @Test
  void wholeWhenRequirementsAreWantedThenOtherListsStay() {
    ListFilter describing = Lists.filter(ListKind.PROMPTS, Lists.describing(Lists.scopes("a")));
    String prompts = Lists.result("{\"prompts\":[{\"name\":\"a\"}]}");

    assertThat(Lists.whole(describing, prompts)).isEqualTo(prompts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        ": alive\n\n",
        "id: 1\ndata:\n\n",
        "id: 1\ndata\n\n",
        "event: message\n\n",
        "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\", \"params\":{}}\n\n",
        "data: {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\r\n\r\n",
        "data: {\"jsonrpc\":\"2.0\",\"id\":7, \"error\":{\"code\":1,\"message\":\"\"}}\n\n",
        "retry: 10\nid: 5\n\n"
      })
  void eventWhenNotTheAnswerThenSameBytes(String event) {
    assertThat(Lists.event(tools, event)).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void eventWhenAnswerThenOnlyItsDataChange(String end) {
    String event =
        String.join(
            end,
            "event: message",
            "id: 5",
            "data:" + LIST.substring(0, LIST.indexOf("\"result")),
            "data: " + LIST.substring(LIST.indexOf("\"result")),
            ": c",
            "x: y",
            "",
            "");

    assertThat(Lists.event(tools, event))
        .isEqualTo(
            String.join(end, "event: message", "id: 5", "data: " + SHORT, ": c", "x: y", "", ""));
  }

  private static final String LIST =
      Lists.result("{\"tools\":[{\"name\":\"a\"},{\"name\":\"hidden\"}]}");
  private static final String SHORT = Lists.result("{\"tools\":[{\"name\":\"a\"}]}");

  /** Clients pass over a byte order mark at the beginning of a stream. */
  @Test
  void eventWhenByteOrderMarkIsInFrontThenFilteredAllTheSame() {
    assertThat(Lists.event(tools, "\uFEFFdata: " + LIST + "\n\n"))
        .isEqualTo("data: " + SHORT + "\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: hidden\n\n",
        "data: {\"tools\":[{\"name\":\"hidden\"}]}\n\n",
        "data: {\"result\":{\"tools\":\"hidden\"}}\n\n",
        "data: {\"method\":\"x\",\"result\":\"hidden\"}\n\n",
        "data: [{\"jsonrpc\":\"2.0\"}]\n\n"
      })
  void eventWhenNotUnderstoodThenRefused(String event) {
    assertThat(Lists.event(tools, event)).isEqualTo("data: " + Lists.REFUSAL + "\n\n");
  }

  /** A stream that is taken up again brings answers to earlier requests of any kind. */
  @Test
  void eventWhenNothingWasAskedForThenListsAreFilteredAndTheRestPasses() {
    ListFilter replay = Lists.filter(Optional.empty(), Lists.PLAIN, 10_000);
    String called = "data: " + Lists.result("{\"content\":[]}") + "\n\n";

    assertThat(Lists.event(replay, "data: " + LIST + "\n\n")).isEqualTo("data: " + SHORT + "\n\n");
    assertThat(Lists.event(replay, called))
        .isEqualTo("data: " + Lists.result("{\"content\":[]}") + "\n\n");
    assertThat(replay.concerns("text/event-stream;charset=utf-8")).isTrue();
    assertThat(replay.concerns("application/json")).isFalse();
    assertThat(tools.concerns("application/json")).isTrue();
    assertThat(tools.concerns("")).isTrue();
  }

  /** Other streams of an application, and the one of MCP 2024-11-05, have other events. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "event: endpoint\ndata: /messages?session=1\n\n",
        "data: 5\n\n",
        "data: {\"news\":[]}\n\n",
        "data: {\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{}}\n\n"
      })
  void eventWhenNothingWasAskedForThenOtherEventsPass(String event) {
    ListFilter replay = Lists.filter(Optional.empty(), Lists.PLAIN, 10_000);

    assertThat(Lists.event(replay, event)).isEqualTo(event);
  }

  /** Batches of MCP 2025-03-26. */
  @Test
  void eventWhenNothingWasAskedForAndBatchComesThenRefused() {
    ListFilter replay = Lists.filter(Optional.empty(), Lists.PLAIN, 10_000);

    assertThat(Lists.event(replay, "data: [" + LIST + "]\n\n"))
        .isEqualTo("data: " + Lists.REFUSAL + "\n\n");
  }

  @Test
  void wholeWhenAcceptedThenNothingIsSaid() {
    WholeAnswer shown = tools.whole(Lists.answer(202, "text/plain", "Accepted: hidden"));

    assertThat(shown.status()).isEqualTo(202);
    assertThat(shown.body()).isEmpty();
  }
}
