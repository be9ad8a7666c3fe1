// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation.Kind;

/** The caller's name in the place of the one that the server was asked for. */
class NameRestorationTest {

  private static final String OTHER = UnguessableName.of(Kind.TOOL);

  private static NameRestoration restoring(String name) {
    return new NameRestoration(Lists.JSON, OTHER, name, Lists.refusal(), 10_000);
  }

  @Test
  void ofWhenMadeThenLongLowerCaseAndNew() {
    assertThat(OTHER).matches("[a-z]{32}");
    assertThat(UnguessableName.of(Kind.PROMPT)).matches("[a-z]{32}");
    assertThat(UnguessableName.of(Kind.RESOURCE)).matches("unknown:[a-z]{32}");
    assertThat(IntStream.range(0, 100).mapToObj(i -> UnguessableName.of(Kind.TOOL)))
        .doesNotHaveDuplicates();
  }

  @Test
  void wholeWhenJsonThenNameIsWrittenAsJsonWritesIt() {
    assertThat(
            Lists.whole(
                restoring("a\"\\\n<é€"),
                "{\"m\":\"Unknown tool: " + OTHER + "\", \"n\":\"" + OTHER + "\"}"))
        .isEqualTo("{\"m\":\"Unknown tool: a\\\"\\\\\\n<é€\", \"n\":\"a\\\"\\\\\\n<é€\"}");
  }

  @Test
  void wholeWhenMarkupOrTextThenNameIsWrittenAsThoseDo() {
    NameRestoration script = restoring("<a href='b'>&\"");

    assertThat(Lists.text(script.whole(Lists.answer(404, "text/html;charset=utf-8", OTHER)).body()))
        .isEqualTo("&lt;a href=&#39;b&#39;&gt;&amp;&quot;");
    assertThat(Lists.text(script.whole(Lists.answer(404, "application/xml", OTHER)).body()))
        .isEqualTo("&lt;a href=&#39;b&#39;&gt;&amp;&quot;");
    assertThat(Lists.text(script.whole(Lists.answer(404, "text/plain", OTHER)).body()))
        .isEqualTo("<a href='b'>&\"");
  }

  /** Whatever encoding it has, what is around the name stays byte by byte. */
  @Test
  void wholeWhenNotUtf8ThenTheRestStays() {
    byte[] latin = ("é " + OTHER).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(restoring("add").whole(new WholeAnswer(400, "text/plain", latin)).body())
        .isEqualTo("é add".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void eventWhenNameIsInItThenRestoredAndOneLine() {
    assertThat(Lists.event(restoring("a\nb"), "id: 1\ndata: {\"m\":\"" + OTHER + "\"}\n\n"))
        .isEqualTo("id: 1\ndata: {\"m\":\"a\\nb\"}\n\n");
    assertThat(Lists.event(restoring("a"), ": alive\n\n")).isEqualTo(": alive\n\n");
  }

  /** A name is the caller's: it must not begin another header. */
  @Test
  void headerWhenNameIsInItThenRestoredAsHeadersHoldIt() {
    assertThat(restoring("add").header(OTHER)).isEqualTo("add");
    assertThat(restoring("add").header("no " + OTHER)).isEqualTo("no add");
    assertThat(restoring("a\r\nX: y").header(OTHER)).isEqualTo("=?base64?YQ0KWDogeQ==?=");
    assertThat(restoring("é").header(OTHER)).isEqualTo("=?base64?w6k=?=");
    assertThat(restoring("=?base64?YQ==?=").header(OTHER))
        .isEqualTo("=?base64?PT9iYXNlNjQ/WVE9PT89?=");
    assertThat(restoring("add").header("é kept")).isEqualTo("é kept");
    assertThat(restoring("é").text("no " + OTHER)).isEqualTo("no é");
  }
}
