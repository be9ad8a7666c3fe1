// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever two readers could understand in two ways is refused, with a JSON-RPC error as its body
 * (TR-9): else the gate and the server behind it would see different messages.
 */
class AmbiguousMessageTest {

  private static final String TWICE_IN_MESSAGE =
      "The message has a member twice, or in two spellings";
  private static final String TWICE_IN_PARAMETERS =
      "The parameters have a member twice, or in two spellings";

  private static String invalid(String message, String id) {
    return Bodies.error(-32600, message, id);
  }

  private static String noJson() {
    return Bodies.error(-32700, "The message is not JSON", "null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"method\":\"tools/call\",\"method\":\"ping\"",
        "\"id\":1,\"method\":\"ping\"",
        "\"jsonrpc\":\"2.0\",\"method\":\"ping\"",
        "\"params\":{},\"params\":{\"name\":\"x\"},\"method\":\"ping\"",
        "\"method\":\"ping\",\"\\u006dethod\":\"tools/call\"",
        "\"method\":\"ping\",\"Method\":\"tools/call\"",
        "\"METHOD\":\"tools/call\"",
        "\"method\":\"ping\",\"PARAMS\":{\"name\":\"x\"}",
        "\"method\":\"ping\",\"param\u017f\":{}",
        "\"method\":\"ping\",\"re\u017fult\":{}",
        "\"method\":\"ping\",\"\\u0050arams\":{}",
        "\"\uff4d\uff45\uff54\uff48\uff4f\uff44\":\"ping\"",
        "\"Id\":2,\"method\":\"ping\"",
        "\"\u0131d\":2,\"method\":\"ping\"",
        "\"Jsonrpc\":\"1.0\",\"method\":\"ping\"",
        "\"method\":\"ping\",\"Error\":{}"
      })
  void readWhenMessageHasMemberTwiceThenInvalidRequestWithId(String members) {
    assertThat(Bodies.refusal("{\"jsonrpc\":\"2.0\",\"id\":1," + members + "}"))
        .isEqualTo(invalid(TWICE_IN_MESSAGE, "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"a\",\"name\":\"b\"",
        "\"name\":\"a\",\"\\u006eame\":\"b\"",
        "\"name\":\"a\",\"NAME\":\"b\"",
        "\"Name\":\"b\"",
        "\"name\":\"a\",\"\uff4eame\":\"b\"",
        "\"name\":\"a\",\"nam\u212f\":\"b\"",
        "\"name\":\"a\",\"URI\":\"b\"",
        "\"name\":\"a\",\"ur\u0131\":\"b\"",
        "\"name\":\"a\",\"argument\u017f\":{}",
        "\"name\":\"a\",\"arguments\":{},\"Arguments\":{}",
        "\"name\":\"a\",\"arguments\":{},\"arguments\":{}",
        "\"name\":\"a\",\"_META\":{}",
        "\"name\":\"a\",\"_meta\":{},\"_meta\":{}",
        "\"name\":\"a\",\"Ref\":{}",
        "\"name\":\"a\",\"ref\":{\"name\":\"a\",\"name\":\"b\"}",
        "\"name\":\"a\",\"ref\":{\"Name\":\"b\"}",
        "\"name\":\"a\",\"ref\":{\"uri\":\"a\",\"Uri\":\"b\"}",
        "\"name\":\"a\",\"ref\":{\"TYPE\":\"b\"}",
        "\"name\":\"a\",\"_meta\":{\"io.modelcontextprotocol/ProtocolVersion\":\"2025-06-18\"}",
        "\"name\":\"a\",\"_meta\":{\"io.modelcontextprotocol/protocolVer\u017fion\":\"2025-06-18\"}"
      })
  void readWhenParametersHaveMemberTwiceThenInvalidRequest(String members) {
    assertThat(
            Bodies.refusal(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{%s}}"
                    .formatted(members)))
        .isEqualTo(invalid(TWICE_IN_PARAMETERS, "null"));
  }

  /** The Kelvin sign: no name that decides has a k today, the folding is ready for it. */
  @Test
  void hasLookAlikeWhenKelvinSignThenTrue() {
    DecidingNames names = DecidingNames.of("token");

    assertThat(names.hasLookAlike("to\u212aen")).isTrue();
    assertThat(names.hasLookAlike("token")).isFalse();
    assertThat(names.hasLookAlike("tokens")).isFalse();
  }

  /** Arguments are the tool's own business. */
  @Test
  void readWhenArgumentsHaveMemberTwiceThenAccepts() {
    assertThatCode(
            () ->
                Bodies.read(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"a\",\"arguments\":{\"name\":1,\"name\":2,\"NAME\":3}}}"))
        .doesNotThrowAnyException();
  }

  @Test
  void readWhenBatchThenInvalidRequest() {
    assertThat(Bodies.refusal("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]"))
        .isEqualTo(invalid("Batches are not supported: send one message in each request", "null"));
    assertThat(Bodies.refusal("[]"))
        .isEqualTo(invalid("Batches are not supported: send one message in each request", "null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"ping\"", "null", "true"})
  void readWhenMessageIsNoObjectThenInvalidRequest(String text) {
    assertThat(Bodies.refusal(text)).isEqualTo(invalid("A message is a JSON object", "null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"jsonrpc\":\"2.0\"",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}x",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\u0000",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}//",
        "{'jsonrpc':'2.0','id':1,'method':'ping'}",
        "{jsonrpc:\"2.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",}",
        "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"pi\nng\"}",
        "/**/{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
        "\ufeff{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
        "<message/>"
      })
  void readWhenBodyIsNotOneJsonDocumentThenParseError(String text) {
    assertThat(Bodies.refusal(text)).isEqualTo(noJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE"})
  void readWhenEncodingIsAnyOtherThenParseError(String charset) {
    byte[] bytes =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(Charset.forName(charset));

    assertThat(Bodies.refusal(bytes)).startsWith("400 ").contains("\"code\":-32700");
  }

  @ParameterizedTest
  @CsvSource({
    "C0AF,overlong slash",
    "E080AF,overlong slash in three bytes",
    "C1A1,overlong letter",
    "EDA080,high surrogate",
    "EDB080,low surrogate",
    "EDA081EDB080,surrogate pair in six bytes",
    "F4908080,beyond Unicode",
    "80,continuation alone",
    "C3,cut off",
    "E9,Latin-1",
    "FF,never used"
  })
  void readWhenBytesAreNoUtf8ThenParseErrorInsteadOfReplacing(String hex, String what) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"a"
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(HexFormat.of().parseHex(hex));
    body.writeBytes("\"}}".getBytes(StandardCharsets.UTF_8));

    assertThat(Bodies.refusal(body.toByteArray()))
        .as(what)
        .isEqualTo(Bodies.error(-32700, "The message is not UTF-8", "null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"method\":\"ping\"} | The member jsonrpc is not 2.0 | 1",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"} | The member jsonrpc is not 2.0 | 1",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | The member jsonrpc is not 2.0 | 1",
        "{} | The member jsonrpc is not 2.0 | null",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | The id of a request is not null | null",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | The id is neither a short string nor a"
            + " number | null",
        "{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"} | The id is neither a short string nor a"
            + " number | null",
        "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"} | The id is neither a short string nor a"
            + " number | null",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | The id is not a whole number | null",
        "{\"jsonrpc\":\"2.0\",\"id\":1e400000000,\"method\":\"ping\"} | The id is not a whole number |"
            + " null",
        "{\"jsonrpc\":\"2.0\",\"id\":9223372036854775808,\"method\":\"ping\"} | The id is not a whole"
            + " number | null",
        "{\"jsonrpc\":\"2.0\",\"id\":1} | The message has no method | 1",
        "{\"jsonrpc\":\"2.0\",\"result\":{}} | The message has no method | null",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\"} | The method is not a string | 1",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7} | The method is not a string | 1",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null} | The method is not a string | 1",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[\"ping\"]} | The method is not a string | 1",
        "{\"jsonrpc\":\"2.0\",\"method\":\"\",\"id\":1} | The method is not a string | null",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}} | The message is both a request"
            + " and a response | 1",
        "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"error\":{},\"id\":\"a\"} | The message is both a"
            + " request and a response | \"a\""
      })
  void readWhenMessageIsNoneThenInvalidRequestWithIdIfKnown(
      String text, String message, String id) {
    assertThat(Bodies.refusal(text)).isEqualTo(invalid(message, id));
  }

  @Test
  void readWhenIdIsHugeThenDoesNotEchoIt() {
    for (String id : new String[] {"\"" + "x".repeat(257) + "\"", "1".repeat(100_000)}) {
      assertThat(Bodies.refusal("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}"))
          .isEqualTo(invalid("The id is neither a short string nor a number", "null"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"method\":\"tools/call\",\"params\":{\"name\":\"a\",\"arguments\":%s}",
        "\"method\":\"tools/call\",\"params\":{\"name\":%s}",
        "\"method\":\"tools/call\",\"params\":{\"_meta\":{\"x\":%s}}",
        "\"method\":\"tools/call\",\"params\":{\"ref\":{\"x\":%s}}",
        "\"method\":\"tools/call\",\"params\":%s",
        "\"method\":%s",
        "\"extra\":%s"
      })
  void readWhenNestedTooDeepThenRefusesInTime(String members) {
    for (String nested :
        new String[] {
          "[".repeat(10_000) + "]".repeat(10_000),
          "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
          "[".repeat(100_000)
        }) {
      String refusal =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> Bodies.refusal("{\"jsonrpc\":\"2.0\"," + members.formatted(nested) + "}"));

      assertThat(refusal)
          .isIn(
              invalid("The message is nested deeper than 64 levels", "null"),
              invalid("The method is not a string", "null"));
    }
  }

  @Test
  void readWhenWholeBodyIsNestedThenRefuses() {
    assertThat(Bodies.refusal("[".repeat(1_000_000))).startsWith("400 ").contains("-32600");
    assertThat(Bodies.refusal("{\"params\":".repeat(100_000)))
        .isEqualTo(invalid("The message is nested deeper than 64 levels", "null"));
  }

  @Test
  void readWhenNestedToTheLimitThenAccepts() {
    // the message, its parameters and 62 arrays
    String arguments = "[".repeat(62) + "]".repeat(62);
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"a\",\"arguments\":%s}}";

    assertThat(Bodies.refusal(message.formatted(arguments))).isEqualTo("accepted");
    assertThat(Bodies.refusal(message.formatted("[" + arguments + "]")))
        .isEqualTo(invalid("The message is nested deeper than 64 levels", "null"));
  }

  @Test
  void readWhenThereAreManyMembersThenReadsThemInTime() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      members.append(",\"m").append(i).append("\":1");
    }

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> Bodies.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"" + members + "}"));
  }
}
