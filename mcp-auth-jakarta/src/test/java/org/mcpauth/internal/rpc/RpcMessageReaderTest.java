// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpOperation;

/** What of a message counts (TR-7: the body decides). */
class RpcMessageReaderTest {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static RpcMessage call(String method, String params) throws MalformedMessageException {
    return Bodies.read(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  private static String refusal(String method, String params) {
    return Bodies.refusal(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  @Test
  void readWhenRequestThenKeepsIdMethodAndOperation() throws MalformedMessageException {
    RpcMessage message =
        Bodies.read(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"add\",\"arguments\":{\"name\":\"x\",\"Name\":1}}}");

    assertThat(message)
        .isEqualTo(
            new RpcMessage.Request(
                JSON.createValue(7L),
                "tools/call",
                new Target(
                    Optional.of("add"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                McpOperation.tool("add")));
  }

  @Test
  void readWhenParametersComeFirstThenSame() throws MalformedMessageException {
    assertThat(
            Bodies.read(
                    " {\"params\":{\"arguments\":{},\"name\":\"add\"},\"method\":\"tools/call\","
                        + "\"id\":\"a\",\"extra\":[{}],\"jsonrpc\":\"2.0\"}\r\n\t")
                .operation())
        .isEqualTo(McpOperation.tool("add"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "9223372036854775807", "\"\"", "\"7\"", "\"caf\u00e9\""})
  void readWhenIdIsStringOrWholeNumberThenKeepsIt(String id) throws MalformedMessageException {
    RpcMessage message =
        Bodies.read("{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}".formatted(id));

    assertThat(((RpcMessage.Request) message).id()).hasToString(id);
  }

  /** A server that carries out a call without an id must not be a way around. */
  @Test
  void readWhenNotificationThenItCountsAsWhatItsMethodSays() throws MalformedMessageException {
    RpcMessage message =
        Bodies.read(
            "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"add\"}}");

    assertThat(message).isInstanceOf(RpcMessage.Notification.class);
    assertThat(message.operation()).isEqualTo(McpOperation.tool("add"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"error\":{\"code\":-1,\"message\":\"no\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}"
      })
  void readWhenResponseThenItIsOne(String text) throws MalformedMessageException {
    RpcMessage message = Bodies.read(text);

    assertThat(message).isEqualTo(new RpcMessage.Response());
    assertThat(message.operation()).isEqualTo(McpOperation.method("response"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call | {\"name\":\"add\"} | TOOL | add",
        "tools/call | {\"name\":\"add\",\"uri\":\"x:y\",\"ref\":{\"name\":\"z\"}} | TOOL | add",
        "tools/call | {\"name\":\"A dd/\u00e9\"} | TOOL | A dd/\u00e9",
        "prompts/get | {\"name\":\"greet\"} | PROMPT | greet",
        "resources/read | {\"uri\":\"notes://1\"} | RESOURCE | notes://1",
        "resources/read | {\"name\":\"decoy\",\"uri\":\"notes://1\"} | RESOURCE | notes://1",
        "resources/subscribe | {\"uri\":\"notes://1\"} | RESOURCE | notes://1",
        "resources/unsubscribe | {\"uri\":\"notes://1\"} | RESOURCE | notes://1",
        "resources/subscribe | {\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}"
            + " | METHOD | resources/subscribe",
        "resources/unsubscribe | {\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}"
            + " | METHOD | resources/unsubscribe",
        "completion/complete | {\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"}} | PROMPT | greet",
        "completion/complete | {\"ref\":{\"type\":\"ref/resource\",\"uri\":\"notes://{id}\"}} | RESOURCE"
            + " | notes://{id}",
        "completion/complete | {\"name\":\"decoy\",\"ref\":{\"name\":\"greet\",\"uri\":null}} | PROMPT |"
            + " greet",
        "tools/list | {} | METHOD | tools/list",
        "tools/list | {\"name\":\"add\"} | METHOD | tools/list",
        "tools/list | [] | METHOD | tools/list",
        "tools/list | null | METHOD | tools/list",
        "Tools/call | {\"name\":\"add\"} | METHOD | Tools/call",
        "tools/call/ | {\"name\":\"add\"} | METHOD | tools/call/"
      })
  void readWhenMethodThenNamesItsOperation(
      String method, String params, McpOperation.Kind kind, String name)
      throws MalformedMessageException {
    assertThat(call(method, params).operation()).isEqualTo(new McpOperation(kind, name));
  }

  @Test
  void readWhenParametersAreMissingThenMethodIsTheOperation() throws MalformedMessageException {
    assertThat(Bodies.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}").operation())
        .isEqualTo(McpOperation.method("ping"));
  }

  /** A call that names nothing has no requirement, so it is not let through either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call | {}",
        "tools/call | null",
        "tools/call | [\"add\"]",
        "tools/call | {\"name\":\"\"}",
        "tools/call | {\"name\":null}",
        "tools/call | {\"name\":7}",
        "tools/call | {\"name\":[\"add\"]}",
        "tools/call | {\"uri\":\"x:y\"}",
        "prompts/get | {\"uri\":\"x:y\"}",
        "resources/read | {\"name\":\"x\"}",
        "resources/read | {\"uri\":{}}",
        "resources/read | {\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}",
        "resources/subscribe | {}",
        "resources/unsubscribe | {\"uri\":\"\"}",
        "completion/complete | {\"name\":\"x\"}",
        "completion/complete | {\"ref\":\"greet\"}",
        "completion/complete | {\"ref\":{}}",
        "completion/complete | {\"ref\":{\"type\":\"ref/prompt\"}}"
      })
  void readWhenNameIsMissingThenInvalidParametersWithId(String method, String params) {
    assertThat(refusal(method, params))
        .isEqualTo(
            Bodies.error(-32602, "The parameters do not name what the method is about", "1"));
  }

  /** Which of the two a server goes by is its own choice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"secret\",\"uri\":\"notes://public\"}}",
        "{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"notes://secret\",\"name\":\"public\"}}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":7,\"uri\":\"notes://public\"}}",
        "{\"ref\":{\"type\":\"ref/resource\",\"uri\":[],\"name\":\"public\"}}"
      })
  void readWhenReferenceHasNameAndUriThenInvalidParameters(String params) {
    assertThat(refusal("completion/complete", params))
        .isEqualTo(
            Bodies.error(-32602, "The parameters do not name what the method is about", "1"));
  }

  @Test
  void readWhenMessageSaysItsRevisionThenKeepsIt() throws MalformedMessageException {
    RpcMessage message =
        call(
            "tools/list",
            "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"x\":{}}}");

    assertThat(((RpcMessage.Request) message).target().protocolVersion()).contains("2026-07-28");
  }

  @Test
  void readWhenMetaIsNoObjectThenItSaysNothing() throws MalformedMessageException {
    RpcMessage message = call("tools/list", "{\"_meta\":[{}],\"ref\":[]}");

    assertThat(((RpcMessage.Request) message).target()).isEqualTo(Target.NONE);
  }

  @Test
  void toJsonWhenIdIsUnknownThenWritesNull() {
    assertThat(RpcError.withoutId(RpcError.PARSE_ERROR, "no").toJson(JSON))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}");
    assertThat(RpcError.withoutId(RpcError.PARSE_ERROR, "no").id()).isEqualTo(JsonValue.NULL);
  }
}
