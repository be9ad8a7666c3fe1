// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TR-5, TR-7: the headers mirror the message, or the request is refused. */
class McpHeadersTest {

  private static final String CURRENT = "2026-07-28";
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}";

  /** Headers of a request; several values are several field lines. */
  private static final class Headers implements HeaderLookup {
    private final Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers with(String name, String value) {
      lines.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      return this;
    }

    @Override
    public List<String> headers(String name) {
      return lines.getOrDefault(name, List.of());
    }
  }

  private static Headers current(String method) {
    return new Headers().with("MCP-Protocol-Version", CURRENT).with("Mcp-Method", method);
  }

  private static RpcMessage message(String method, String params) throws MalformedMessageException {
    return Bodies.read(
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"%s\",\"params\":{%s}}"
            .formatted(method, params));
  }

  private static RpcMessage call(String name) throws MalformedMessageException {
    return message("tools/call", META + ",\"name\":\"" + name + "\"");
  }

  private static RpcMessage olderCall() throws MalformedMessageException {
    return message("tools/call", "\"name\":\"add\"");
  }

  private static void assertSame(RpcMessage message, HeaderLookup headers)
      throws MalformedMessageException {
    McpHeaders.requireSame(message, headers);
  }

  private static void assertMismatch(RpcMessage message, HeaderLookup headers, String header) {
    assertRefused(
        message,
        headers,
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32020,\"message\":\"The header "
            + header
            + " is missing or differs from the message\"}}");
  }

  private static void assertRefused(RpcMessage message, HeaderLookup headers, String body) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> McpHeaders.requireSame(message, headers))
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(400);
              assertThat(e.error().toJson(JsonProvider.provider())).isEqualTo(body);
            });
  }

  private static String encoded(byte[] bytes) {
    return "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void requireSameWhenCurrentHeadersMirrorTheMessageThenAccepts() throws MalformedMessageException {
    assertSame(call("add"), current("tools/call").with("Mcp-Name", "add"));
    assertSame(
        message("prompts/get", META + ",\"name\":\"greet\""),
        current("prompts/get").with("mcp-name", "greet"));
    assertSame(
        message("resources/read", META + ",\"uri\":\"notes://1\""),
        current("resources/read").with("Mcp-Name", "notes://1"));
    assertSame(message("tools/list", META), current("tools/list"));
  }

  @Test
  void requireSameWhenCurrentAndHeaderIsMissingThenMismatch() throws MalformedMessageException {
    assertMismatch(
        call("add"),
        new Headers().with("MCP-Protocol-Version", CURRENT).with("Mcp-Name", "add"),
        "Mcp-Method");
    assertMismatch(call("add"), current("tools/call"), "Mcp-Name");
    assertMismatch(
        call("add"),
        new Headers().with("Mcp-Method", "tools/call").with("Mcp-Name", "add"),
        "MCP-Protocol-Version");
    assertMismatch(call("add"), new Headers(), "MCP-Protocol-Version");
  }

  /** TR-6. */
  @Test
  void requireSameWhenCurrentAndMetaIsMissingThenInvalidParameters()
      throws MalformedMessageException {
    assertRefused(
        olderCall(),
        current("tools/call").with("Mcp-Name", "add"),
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32602,\"message\":"
            + "\"params._meta lacks io.modelcontextprotocol/protocolVersion\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tools/call",
        "tools/call ",
        "tools/list",
        "",
        "TOOLS/CALL",
        "tools/call,tools/call"
      })
  void requireSameWhenMethodDiffersThenMismatch(String method) throws MalformedMessageException {
    assertMismatch(call("add"), current(method).with("Mcp-Name", "add"), "Mcp-Method");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "ADD", "add ", "", "delete", "%61dd", "add, add"})
  void requireSameWhenNameDiffersThenMismatch(String name) throws MalformedMessageException {
    assertMismatch(call("add"), current("tools/call").with("Mcp-Name", name), "Mcp-Name");
  }

  @Test
  void requireSameWhenHeaderIsGivenTwiceThenMismatchEvenIfEqual() throws MalformedMessageException {
    assertMismatch(
        call("add"),
        current("tools/call").with("Mcp-Method", "tools/call").with("Mcp-Name", "add"),
        "Mcp-Method");
    assertMismatch(
        call("add"),
        current("tools/call").with("Mcp-Name", "add").with("Mcp-Name", "add"),
        "Mcp-Name");
    assertMismatch(
        call("add"),
        current("tools/call").with("MCP-Protocol-Version", CURRENT).with("Mcp-Name", "add"),
        "MCP-Protocol-Version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25", "2026-07-29", "2026-7-28", "", "latest"})
  void requireSameWhenVersionDiffersThenMismatch(String version) throws MalformedMessageException {
    assertMismatch(
        call("add"),
        new Headers()
            .with("MCP-Protocol-Version", version)
            .with("Mcp-Method", "tools/call")
            .with("Mcp-Name", "add"),
        "MCP-Protocol-Version");
  }

  /** The name of a resource is its URI; {@code params.name} means nothing there. */
  @Test
  void requireSameWhenResourceHasDecoyNameThenUriCounts() throws MalformedMessageException {
    RpcMessage message =
        message("resources/read", META + ",\"name\":\"notes://public\",\"uri\":\"notes://secret\"");

    assertMismatch(
        message, current("resources/read").with("Mcp-Name", "notes://public"), "Mcp-Name");
    assertSame(message, current("resources/read").with("Mcp-Name", "notes://secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "\u65e5\u672c", "add", " padded ", "=?base64?YWRk?="})
  void requireSameWhenNameIsEncodedThenComparesWhatItMeans(String name)
      throws MalformedMessageException {
    assertSame(call(name), current("tools/call").with("Mcp-Name", encoded(name)));
    assertMismatch(
        call(name), current("tools/call").with("Mcp-Name", encoded(name + "x")), "Mcp-Name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?base64?!!!?=",
        "=?base64?YWR?k?=",
        "=?base64?YW Rk?=",
        "=?base64?YWRk",
        "YWRk?=",
        "=?BASE64?YWRk?=",
        "=?base64url?YWRk?=",
        "=?utf-8?B?YWRk?=",
        "=?base64??="
      })
  void requireSameWhenEncodingIsNotValidThenMismatch(String value)
      throws MalformedMessageException {
    assertMismatch(call("add"), current("tools/call").with("Mcp-Name", value), "Mcp-Name");
  }

  @Test
  void requireSameWhenEncodedNameIsNotUtf8ThenMismatch() throws MalformedMessageException {
    for (byte[] bytes :
        new byte[][] {{(byte) 0xE9}, {(byte) 0xC0, (byte) 0xAF}, {'a', (byte) 0xED}}) {
      assertMismatch(
          call("\ufffd"), current("tools/call").with("Mcp-Name", encoded(bytes)), "Mcp-Name");
    }
  }

  /** A literal value that looks encoded has to be encoded itself. */
  @Test
  void requireSameWhenNameLooksEncodedThenItMustBeEncodedItself() throws MalformedMessageException {
    assertMismatch(
        call("=?base64?YWRk?="),
        current("tools/call").with("Mcp-Name", "=?base64?YWRk?="),
        "Mcp-Name");
  }

  /** Containers read such bytes as Latin-1, or as something else: they must be encoded. */
  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "\u65e5\u672c", "a\u007fb"})
  void requireSameWhenHeaderHasInvalidCharactersThenMismatchEvenIfEqual(String name)
      throws MalformedMessageException {
    assertMismatch(call(name), current("tools/call").with("Mcp-Name", name), "Mcp-Name");
  }

  @Test
  void requireSameWhenOlderRevisionThenHeadersMayBeAbsent() throws MalformedMessageException {
    assertSame(olderCall(), new Headers());
    assertSame(olderCall(), new Headers().with("MCP-Protocol-Version", "2025-06-18"));
    assertSame(olderCall(), new Headers().with("MCP-Protocol-Version", "2025-11-25"));
  }

  @ParameterizedTest
  @CsvSource({"Mcp-Method,tools/list", "Mcp-Method,Tools/call", "Mcp-Name,delete", "Mcp-Name,ADD"})
  void requireSameWhenOlderRevisionThenWrongHeadersAreRefusedToo(String header, String value)
      throws MalformedMessageException {
    assertMismatch(
        olderCall(),
        new Headers().with("MCP-Protocol-Version", "2025-06-18").with(header, value),
        header);
    assertMismatch(olderCall(), new Headers().with(header, value), header);
  }

  @Test
  void requireSameWhenOlderRevisionSendsRightHeadersThenAccepts() throws MalformedMessageException {
    assertSame(olderCall(), new Headers().with("Mcp-Method", "tools/call").with("Mcp-Name", "add"));
  }

  /** A header that claims an older revision does not switch the comparison off. */
  @Test
  void requireSameWhenOnlyTheMessageIsCurrentThenHeadersAreMandatory()
      throws MalformedMessageException {
    assertMismatch(
        call("add"),
        new Headers().with("MCP-Protocol-Version", "2025-06-18"),
        "MCP-Protocol-Version");
  }

  @Test
  void requireSameWhenNotificationThenHeadersMayBeAbsentButNotWrong()
      throws MalformedMessageException {
    RpcMessage notification =
        Bodies.read("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");

    assertSame(notification, new Headers().with("MCP-Protocol-Version", CURRENT));
    assertSame(notification, current("notifications/cancelled"));
    assertRefused(
        notification,
        current("ping"),
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32020,\"message\":"
            + "\"The header Mcp-Method is missing or differs from the message\"}}");
  }

  @Test
  void requireSameWhenResponseThenMirrorsNothing() throws MalformedMessageException {
    assertSame(
        Bodies.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"),
        new Headers().with("MCP-Protocol-Version", CURRENT));
  }
}
