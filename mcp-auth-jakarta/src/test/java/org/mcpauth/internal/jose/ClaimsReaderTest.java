// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.InvalidTokenException;

/** Claims as JSON: RFC 7519 §4 and §7.2, RFC 8259. */
class ClaimsReaderTest {

  private static final String BEHIND_HEADER = "eyJhbGciOiJSUzI1NiJ9.%s.AAAA";

  @Test
  void readWhenEveryKindOfValueThenJavaTypes() throws CharacterCodingException {
    Map<String, Object> claims =
        read(
            """
            {"text":"Grüße \\u00e9 \\"","yes":true,"no":false,"none":null,
             "whole":1790000000,"negative":-1,"largest":9223372036854775807,
             "fraction":1.5,"zero":1.0,"exponent":1e3,"endless":1e400,
             "list":["a",1,null,[true]],"map":{"a":{"b":2}},"":[]}
            """);

    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("text", "Grüße é \"");
    expected.put("yes", true);
    expected.put("no", false);
    expected.put("none", null);
    expected.put("whole", 1_790_000_000L);
    expected.put("negative", -1L);
    expected.put("largest", Long.MAX_VALUE);
    expected.put("fraction", 1.5);
    expected.put("zero", 1.0);
    expected.put("exponent", 1000.0);
    expected.put("endless", Double.POSITIVE_INFINITY);
    expected.put("list", Arrays.asList("a", 1L, null, List.of(true)));
    expected.put("map", Map.of("a", Map.of("b", 2L)));
    expected.put("", List.of());
    assertThat(claims).containsExactlyEntriesOf(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"a\"",
        "[]",
        "{",
        "}",
        "{}{}",
        "{}x",
        "{},",
        "{}]",
        "[{}]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":[1}",
        "{\"a\":[1,]}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":9223372036854775808}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":\"\\x\"}",
        "{} /* */",
        "\uFEFF{}"
      })
  void parseWhenPayloadIsNotOneJsonObjectThenNotJwt(String json) {
    assertNotJwt(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Parsers disagree on which of the two counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"aud\":\"a\",\"aud\":\"a\"}",
        "{\"aud\":null,\"aud\":\"a\"}",
        "{\"aud\":\"a\",\"\\u0061ud\":\"b\"}",
        "{\"act\":{\"sub\":\"a\",\"sub\":\"b\"}}",
        "{\"list\":[[{\"a\":1,\"b\":2,\"a\":1}]]}"
      })
  void parseWhenNameOccursTwiceAtAnyLevelThenNotJwt(String json) {
    assertNotJwt(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void parseWhenPayloadIsNotUtf8ThenNotJwt() {
    assertNotJwt("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertNotJwt("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16));
    assertNotJwt("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16LE));
    assertNotJwt(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
    assertNotJwt(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
  }

  @Test
  void parseWhenClaimsAreNestedToTheLimitThenRead() {
    assertThat(Jose.parse(token("{\"a\":" + nested(63) + "}")).claims()).containsKey("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1_000, 1_000_000})
  void parseWhenClaimsAreNestedDeeperThenRefused(int depth) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(token("{\"a\":" + nested(depth) + "}")))
        .withMessage("The claims of the access token are nested too deep");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static Map<String, Object> read(String json) throws CharacterCodingException {
    return ClaimsReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(String claims) {
    return token(claims.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(byte[] claims) {
    return BEHIND_HEADER.formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(claims));
  }

  private static void assertNotJwt(byte[] claims) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(token(claims)))
        .withMessage("The access token is not a JWT")
        .withNoCause();
  }
}
