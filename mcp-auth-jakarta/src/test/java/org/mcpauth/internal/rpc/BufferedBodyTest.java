// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedBodyTest {

  private static final int LIMIT = 8;

  private static final class EndlessStream extends InputStream {
    private long handedOut;

    @Override
    public int read() {
      handedOut++;
      return ' ';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, (byte) ' ');
      handedOut += length;
      return length;
    }
  }

  private static BufferedBody read(int size, long declared)
      throws MalformedMessageException, IOException {
    return BufferedBody.read(new ByteArrayInputStream(new byte[size]), declared, LIMIT);
  }

  private static void assertTooLarge(InputStream in, long declared) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> BufferedBody.read(in, declared, LIMIT))
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(413);
              assertThat(e.error().toJson(JsonProvider.provider()))
                  .isEqualTo(
                      "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,"
                          + "\"message\":\"The message is larger than 8 bytes\"}}");
            });
  }

  private static void requireJson(Map<String, List<String>> headers)
      throws MalformedMessageException {
    BufferedBody.requireJson(name -> headers.getOrDefault(name, List.of()));
  }

  @Test
  void readWhenDeclaredLengthIsOverTheLimitThenRefusesWithoutReading() {
    EndlessStream in = new EndlessStream();

    assertTooLarge(in, LIMIT + 1);
    assertThat(in.handedOut).isZero();
  }

  /** Chunked bodies declare nothing. */
  @Test
  void readWhenUndeclaredBodyIsOverTheLimitThenRefusesWithoutReadingOn() {
    EndlessStream in = new EndlessStream();

    assertTooLarge(in, -1);
    assertThat(in.handedOut).isLessThanOrEqualTo(LIMIT + 1);
  }

  /** A declared length may be a lie: whoever decided by it decided about something else. */
  @ParameterizedTest
  @ValueSource(longs = {0, 3, LIMIT})
  void readWhenBodyIsLongerThanDeclaredThenRefusesWithoutReadingOn(long declared) {
    EndlessStream in = new EndlessStream();

    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> BufferedBody.read(in, declared, LIMIT))
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(413);
              assertThat(e.error())
                  .isEqualTo(
                      RpcError.withoutId(-32600, "The message is larger than its Content-Length"));
            });
    assertThat(in.handedOut).isEqualTo(declared + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT})
  void readWhenBodyIsAsLongAsDeclaredThenAccepts(int size)
      throws MalformedMessageException, IOException {
    assertThat(read(size, size).size()).isEqualTo(size);
  }

  @Test
  void readWhenBodyIsShorterThanDeclaredThenIsWhatCame()
      throws MalformedMessageException, IOException {
    assertThat(read(3, 5).size()).isEqualTo(3);
    assertThat(read(0, LIMIT).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT})
  void readWhenLengthIsNotDeclaredThenReadsToTheEnd(int size)
      throws MalformedMessageException, IOException {
    assertThat(read(size, -1).size()).isEqualTo(size);
  }

  /** The length is only announced: nothing of that size is set aside for it. */
  @Test
  void readWhenHugeLengthIsDeclaredThenTakesMemoryOnlyForWhatCame()
      throws MalformedMessageException, IOException {
    int huge = Integer.MAX_VALUE - 1;
    var in = new ByteArrayInputStream(new byte[] {1, 2, 3});

    assertThat(BufferedBody.read(in, huge, huge).size()).isEqualTo(3);
  }

  /** What was decided about is what the server reads, each time. */
  @Test
  void streamWhenAskedTwiceThenStartsAgain() throws MalformedMessageException, IOException {
    byte[] bytes = {1, 2, 3};
    BufferedBody body = BufferedBody.read(new ByteArrayInputStream(bytes), 3, LIMIT);

    assertThat(body.stream().readAllBytes()).isEqualTo(bytes);
    assertThat(body.stream().readAllBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        " application/json ",
        "application/json;",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "application/json ; charset = \"utf-8\" ;"
      })
  void requireJsonWhenJsonInUtf8ThenAccepts(String type) throws MalformedMessageException {
    requireJson(Map.of("Content-Type", List.of(type)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "text/json",
        "application/jsonx",
        "application/json-rpc",
        "application/x-json",
        "application/json, text/plain",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-8; charset=utf-16",
        "application/json; boundary=x",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json"
      })
  void requireJsonWhenAnythingElseThenUnsupportedMediaType(String type) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> requireJson(Map.of("Content-Type", List.of(type))))
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(415);
              assertThat(e.error())
                  .isEqualTo(
                      RpcError.withoutId(
                          -32600,
                          "The message must be sent as application/json, in UTF-8, without content"
                              + " coding"));
            });
  }

  @Test
  void requireJsonWhenTypeIsMissingOrGivenTwiceThenRefuses() {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> requireJson(Map.of()));
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(
            () ->
                requireJson(
                    Map.of("Content-Type", List.of("application/json", "application/json"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity", ""})
  void requireJsonWhenContentIsCodedThenRefuses(String coding) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(
            () ->
                requireJson(
                    Map.of(
                        "Content-Type",
                        List.of("application/json"),
                        "Content-Encoding",
                        List.of(coding))));
  }

  @Test
  void requireJsonWhenHeaderIsMostlySpacesThenDecidesInTime() {
    String type = "application/json" + " ".repeat(200_000) + "x";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> requireJson(Map.of("Content-Type", List.of(type)))));
  }
}
