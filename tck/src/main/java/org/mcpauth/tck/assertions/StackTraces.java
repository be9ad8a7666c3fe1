// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.tck.http.Reply;

/** Recognizes the stack traces of many languages, also inside of JSON and HTML. */
final class StackTraces {

  /** What a line begins with: a line break, plain or escaped, or markup, and spaces. */
  private static final String START = "(?:^|[\\r\\n\\t>]|\\\\[nrt]|&nbsp;)[ \\t]*";

  private static final List<Pattern> FRAMES =
      List.of(
          // Java, Kotlin, Scala: at com.acme.Tool.run(Tool.java:12)
          Pattern.compile(
              "(?:\\b|\\\\t)at (?:[\\w.@/$-]+/)?[\\w$.]+\\.[\\w$<>&;]+\\([\\w$ .-]+(?::\\d+)?\\)"),
          Pattern.compile("Caused by: [\\w.$]+"),
          Pattern.compile(
              "\\b(?:java|javax|jakarta|kotlin|scala)\\.[a-z.]+\\.\\w+(?:Exception|Error)\\b"),
          // JavaScript: at run (/app/tool.js:1:2), at /app/tool.js:1:2, at node:internal/x:1:2
          Pattern.compile(
              "\\bat (?:[^\\r\\n]{0,200}?[( ])?(?:file:|node:|[\\w.]*[/\\\\])[^\\s()]*:\\d+:\\d+"),
          Pattern.compile("\\bat JSON\\.parse \\("),
          // Python
          Pattern.compile("Traceback \\(most recent call last\\)"),
          Pattern.compile(START + "File \\\\?[\"&][^\\r\\n]{1,200}, line \\d+"),
          // .NET: at Acme.Tool.Run(String name) in C:\tool.cs:line 12
          Pattern.compile(
              START + "at [\\w.`<>&;]+\\([\\w ,.`\\[\\]&]*\\) in [^\\r\\n]{1,200}:line \\d+"),
          Pattern.compile(START + "at [A-Z]\\w*(?:\\.[\\w`<>]+)+\\([\\w ,.`\\[\\]&]*\\)"),
          // Go, Rust, Ruby, PHP, Elixir
          Pattern.compile("goroutine \\d+ \\["),
          Pattern.compile("panicked at "),
          Pattern.compile("\\.rb:\\d+:in [`']"),
          Pattern.compile("Stack trace:\\s*(?:\\\\n|<br ?/?>)?\\s*#0"),
          Pattern.compile("#0 [^\\r\\n]{1,200}\\.php\\(\\d+\\)"),
          Pattern.compile("\\.exs?:\\d+: \\w"));

  private StackTraces() {}

  /** The first frame in a reply, from its body or any of its headers. */
  static Optional<String> in(Reply reply) {
    StringBuilder text = new StringBuilder(reply.body());
    reply.headers().forEach(header -> text.append('\n').append(header.value()));
    return FRAMES.stream()
        .map(frame -> frame.matcher(text))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
