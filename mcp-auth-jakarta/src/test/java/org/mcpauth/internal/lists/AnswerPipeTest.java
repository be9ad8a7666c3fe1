// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on, and when. */
class AnswerPipeTest {

  private static final String LIST =
      Lists.result("{\"tools\":[{\"name\":\"a\"},{\"name\":\"hidden\"}]}");
  private static final String SHORT = Lists.result("{\"tools\":[{\"name\":\"a\"}]}");

  private final RecordedTarget json = new RecordedTarget("application/json");
  private final RecordedTarget events = new RecordedTarget("text/event-stream; charset=utf-8");

  private static AnswerPipe pipe(RecordedTarget target) {
    return pipe(target, 10_000);
  }

  private static AnswerPipe pipe(RecordedTarget target, int limit) {
    return new AnswerPipe(Lists.filter(Optional.of(ListKind.TOOLS), Lists.PLAIN, limit), target);
  }

  private static void write(AnswerPipe pipe, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    pipe.write(bytes, 0, bytes.length);
  }

  private static void byteByByte(AnswerPipe pipe, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      pipe.write(bytes, i, 1);
    }
  }

  @Test
  void finishWhenJsonThenNothingGoesOnBefore() throws IOException {
    AnswerPipe pipe = pipe(json);
    byteByByte(pipe, LIST);

    assertThat(pipe.flush()).isFalse();
    assertThat(json.written()).isEmpty();
    pipe.finish();
    write(pipe, "hidden");
    pipe.finish();
    assertThat(json.written()).isEqualTo(SHORT);
    assertThat(json.status()).isEqualTo(200);
  }

  @Test
  void finishWhenNothingWasWrittenThenNothingIsSaid() throws IOException {
    AnswerPipe pipe = pipe(new RecordedTarget(""));
    assertThat(pipe.flush()).isFalse();
    pipe.finish();
    AnswerPipe empty = pipe(json);
    write(empty, "");
    empty.finish();

    assertThat(json.written()).isEmpty();
    assertThat(json.isKept()).isTrue();
    assertThat(json.status()).isEqualTo(200);
  }

  @Test
  void finishWhenTooLargeThenRefused() throws IOException {
    AnswerPipe fits = pipe(json, LIST.length());
    write(fits, LIST);
    fits.finish();
    assertThat(json.written()).isEqualTo(SHORT);

    RecordedTarget small = new RecordedTarget("application/json");
    AnswerPipe pipe = pipe(small, LIST.length());
    write(pipe, LIST);
    write(pipe, " ");
    write(pipe, LIST);
    pipe.finish();
    assertThat(small.status()).isEqualTo(500);
    assertThat(small.written()).isEqualTo(Lists.REFUSAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream"})
  void finishWhenEncodedThenRefused(String type) throws IOException {
    RecordedTarget target = new RecordedTarget(type).encoded();
    AnswerPipe pipe = pipe(target);
    write(pipe, "\u001f hidden \n\n");
    assertThat(target.written()).isEmpty();
    pipe.finish();

    assertThat(target.status()).isEqualTo(500);
    assertThat(target.contentType()).isEqualTo("application/json");
    assertThat(target.written()).isEqualTo(Lists.REFUSAL);
  }

  @Test
  void resetWhenAnotherBodyBeginsThenTheFirstIsForgotten() throws IOException {
    AnswerPipe pipe = pipe(json);
    write(pipe, "half of an answer");
    pipe.reset();
    write(pipe, LIST);
    pipe.finish();

    assertThat(json.written()).isEqualTo(SHORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void writeWhenEventIsCompleteThenItGoesOnAtOnce(String end) throws IOException {
    AnswerPipe pipe = pipe(events);
    String first = "id: 1" + end + "data:" + end + end;
    byteByByte(pipe, first);
    assertThat(events.written()).isEqualTo(first);

    byteByByte(pipe, "data: " + LIST + end);
    assertThat(events.written()).isEqualTo(first);
    byteByByte(pipe, end);
    assertThat(events.written()).isEqualTo(first + "data: " + SHORT + end + end);
    assertThat(pipe.flush()).isTrue();

    String last = "data: {\"method\":\"x\"}" + end + end;
    write(pipe, last);
    pipe.finish();
    assertThat(events.written()).isEqualTo(first + "data: " + SHORT + end + end + last);
  }

  /** Proxies close streams on which nothing comes. */
  @Test
  void writeWhenCommentThenItDoesNotWaitForAnEvent() throws IOException {
    AnswerPipe pipe = pipe(events);
    write(pipe, ": alive\n");
    assertThat(events.written()).isEqualTo(": alive\n");
    write(pipe, "data: " + LIST + "\n: inside\n");
    assertThat(events.written()).isEqualTo(": alive\n");
    write(pipe, "\n");
    assertThat(events.written()).isEqualTo(": alive\ndata: " + SHORT + "\n: inside\n\n");
  }

  /** Some clients take what a stream ends with for an event. */
  @Test
  void finishWhenStreamEndsWithoutEmptyLineThenRestIsFilteredToo() throws IOException {
    AnswerPipe pipe = pipe(events);
    write(pipe, "data: " + LIST);
    pipe.finish();

    assertThat(events.written()).isEqualTo("data: " + SHORT);
  }

  @Test
  void writeWhenEventIsTooLargeThenRefusedAndTheNextPasses() throws IOException {
    AnswerPipe pipe = pipe(events, 100);
    String next = "data: {\"method\":\"x\"}\r\n\r\n";
    write(pipe, "data: " + "hidden".repeat(100) + "\r\nid: 5\r\n\r\n" + next);
    assertThat(events.written()).startsWith("data: " + Lists.REFUSAL + "\n\n").endsWith(next);
    assertThat(events.written()).doesNotContain("hidden", "id: 5");

    RecordedTarget ending = new RecordedTarget("text/event-stream");
    AnswerPipe ended = pipe(ending, 100);
    write(ended, "data: " + "hidden".repeat(100));
    ended.finish();
    assertThat(ending.written()).isEqualTo("data: " + Lists.REFUSAL + "\n\n");
  }

  @Test
  void writeWhenNotConcernedThenAsItIs() throws IOException {
    RecordedTarget page = new RecordedTarget("text/html");
    AnswerPipe pipe = new AnswerPipe(Lists.filter(Optional.empty(), Lists.PLAIN, 10), page);
    write(pipe, "a page longer than ten bytes");

    assertThat(page.written()).isEqualTo("a page longer than ten bytes");
    assertThat(page.isKept()).isTrue();
    assertThat(pipe.isPast()).isTrue();
  }
}
