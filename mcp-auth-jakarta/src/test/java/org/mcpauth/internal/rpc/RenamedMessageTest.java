// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another name in a message, and nothing else. */
class RenamedMessageTest {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static String renamed(String message) throws MalformedMessageException, IOException {
    BufferedBody body =
        BufferedBody.read(
            new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), -1, 10_000);
    RpcMessage read = new RpcMessageReader(JSON, 64).read(body);
    BufferedBody other = RenamedMessage.of(read, body, "other", JSON);
    return new String(other.stream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "tools/call|{\"name\":\"a\"}|{\"name\":\"other\"}",
        "tools/call|{\"uri\":\"a\",\"name\":\"a\"}|{\"uri\":\"a\",\"name\":\"other\"}",
        "prompts/get|{\"arguments\":{\"name\":\"a\"},\"name\":\"a\"}|{\"arguments\":{\"name\":\"a\"},\"name\":\"other\"}",
        "resources/read|{\"name\":\"a\",\"uri\":\"a\"}|{\"name\":\"a\",\"uri\":\"other\"}",
        "resources/subscribe|{\"uri\":\"a\"}|{\"uri\":\"other\"}",
        "resources/unsubscribe|{\"uri\":\"a\"}|{\"uri\":\"other\"}",
        "completion/complete|{\"argument\":{\"name\":\"x\"},\"ref\":{\"type\":\"ref/prompt\",\"name\":\"a\"}}|{\"argument\":{\"name\":\"x\"},\"ref\":{\"type\":\"ref/prompt\",\"name\":\"other\"}}",
        "completion/complete|{\"ref\":{\"uri\":\"a\",\"type\":\"ref/resource\"}}|{\"ref\":{\"uri\":\"other\",\"type\":\"ref/resource\"}}"
      })
  void ofWhenMessageNamesSomethingThenItsPlaceIsFound(String method, String before, String after)
      throws Exception {
    assertThat(renamed(message(method, before))).isEqualTo(message(method, after));
  }

  /** A server that stumbles over something here has to do so for the other name too. */
  @Test
  void ofWhenRestIsUnusualThenItStaysByteByByte() throws Exception {
    String before =
        " { \"x\" : [ \"}\", {\"params\":{\"name\":\"no\"}}, \"\\\"]\" , -1.50e+3, true,null ],\n"
            + "\"par\\u0061ms\" :\t{ \"arguments\" : {\"a\":1,\"a\":2, \"é\":\"\\u00e9😀\"} ,"
            + " \"_meta\":{}, \"n\\u0061me\" :\r\n\"a\\\"\\\\\" , \"y\":[] }, \"method\":"
            + "\"tools/call\", \"jsonrpc\":\"2.0\",\"id\":0 } ";

    assertThat(renamed(before)).isEqualTo(before.replace("\"a\\\"\\\\\"", "\"other\""));
  }

  @Test
  void ofWhenNotificationThenTheSame() throws Exception {
    assertThat(
            renamed("{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"a\"}}"))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"other\"}}");
  }
}
