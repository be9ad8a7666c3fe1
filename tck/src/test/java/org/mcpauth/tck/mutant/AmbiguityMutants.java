// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Servers in which two readers read a message: one checks it, and another runs it. */
final class AmbiguityMutants {

  private static final String ID = "ambiguous-message-is-not-dispatched";

  private AmbiguityMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(keys(), values(), shapes(), forms()).flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> keys() {
    return Stream.of(
        readers(
            "checks the first of two keys and runs the last",
            TwoReaders.of().checking(TwoReaders.Keys.FIRST).running(TwoReaders.Keys.LAST)),
        readers(
            "checks the last of two keys and runs the first",
            TwoReaders.of().checking(TwoReaders.Keys.LAST).running(TwoReaders.Keys.FIRST)),
        readers(
            "runs what keys in any case say",
            TwoReaders.of().runningText(text -> fold(text, "name", "params", "method"))),
        readers(
            "runs what method in any case says",
            TwoReaders.of().runningText(text -> fold(text, "method"))),
        readers(
            "runs what params with a long s say",
            TwoReaders.of().runningText(text -> text.replace("\"param\u017f\"", "\"params\""))),
        readers(
            "runs what keys with spaces say",
            TwoReaders.of().runningText(text -> text.replace("\" name\"", "\"name\""))));
  }

  private static Stream<Mutant> values() {
    return Stream.of(
        readers(
            "runs names in any case",
            TwoReaders.of()
                .runningText(
                    text -> text.replaceAll("(?i)\"test_simple_text\"", "\"test_simple_text\""))),
        readers(
            "runs names with spaces",
            TwoReaders.of()
                .runningText(
                    text -> text.replaceAll("\" ?(test_simple_text)(?: |\\\\n)?\"", "\"$1\""))),
        readers(
            "runs names up to a null",
            TwoReaders.of().runningText(text -> text.replaceAll("\\\\u0000x?\"", "\""))),
        readers(
            "runs methods in any case",
            TwoReaders.of()
                .runningText(text -> text.replaceAll("(?i)\"tools/call ?\"", "\"tools/call\""))),
        readers(
            "checks names as they are escaped",
            TwoReaders.of()
                .checkingText(text -> text.replace("test\\u005fsimple_text", "test-simple-text"))));
  }

  private static Stream<Mutant> shapes() {
    return Stream.of(
        readers(
            "runs params in params",
            TwoReaders.of()
                .runningText(
                    text ->
                        text.replaceFirst("\"params\":\\{\"params\":", "\"x\":{},\"params\":")
                            .replaceFirst("\\}(,\"(?:name|arguments)\".*)\\}\\}$", "}}"))),
        readers(
            "runs a name in a list",
            TwoReaders.of()
                .runningText(
                    text -> text.replace("[\"test_simple_text\"]", "\"test_simple_text\""))),
        readers(
            "runs params in a list",
            TwoReaders.of()
                .runningText(
                    text ->
                        text.replaceFirst("\"params\":\\[(\\{.*\\})\\]\\}$", "\"params\":$1}"))),
        readers(
            "does not check what has a result",
            TwoReaders.of().checkingText(text -> hide(text, text.contains("\"result\"")))),
        readers(
            "does not check what has no id",
            TwoReaders.of().checkingText(text -> hide(text, text.contains("\"id\":null")))),
        readers(
            "checks the first of two messages and runs the last",
            TwoReaders.of()
                .checkingText(text -> text.split("\n", 2)[0])
                .runningText(text -> text.substring(text.lastIndexOf('\n') + 1))),
        readers(
            "checks the last of two messages and runs the first",
            TwoReaders.of()
                .checkingText(text -> text.substring(text.lastIndexOf('\n') + 1))
                .runningText(text -> text.split("\n", 2)[0])));
  }

  private static Stream<Mutant> forms() {
    return Stream.of(
        readers(
            "does not check what begins with a mark",
            TwoReaders.of().open(text -> text.startsWith("\ufeff"), text -> text.substring(1))),
        readers(
            "does not check comments",
            TwoReaders.of()
                .open(
                    text -> text.startsWith("/*"), text -> text.substring(text.indexOf("*/") + 2))),
        readers(
            "does not check single quotes",
            TwoReaders.of().open(text -> text.startsWith("{'"), text -> text.replace('\'', '"'))),
        readers(
            "does not check what ends with a comma",
            TwoReaders.of()
                .open(
                    text -> text.endsWith(",}"),
                    text -> text.substring(0, text.length() - 2) + "}")),
        readers(
            "does not check UTF-16",
            TwoReaders.of()
                .open(
                    text -> text.length() > 2 && text.charAt(1) == 0,
                    text -> text.replace("\0", ""))),
        readers(
            "does not check what begins with spaces",
            TwoReaders.of().open(text -> text.startsWith("    "), String::strip)),
        TwoReaders.unchecked(
            ID,
            "does not check what is called a text",
            request -> request.header("Content-Type").orElse("").equals("text/plain")),
        TwoReaders.unchecked(
            ID,
            "does not check what has no type",
            request -> request.header("Content-Type").isEmpty()),
        TwoReaders.unchecked(
            ID,
            "does not check what is called JSON-RPC",
            request -> request.header("Content-Type").orElse("").contains("json-rpc")),
        TwoReaders.unchecked(
            ID,
            "believes headers of a later revision",
            request ->
                request.header("Mcp-Name").orElse("").equals("test_caller")
                    && request.header("MCP-Protocol-Version").orElse("").startsWith("2025")),
        TwoReaders.unzipping(ID, "does not check what is compressed"));
  }

  private static Mutant readers(String fault, TwoReaders readers) {
    return MessageMutants.messages(ID, fault, rules -> readers);
  }

  private static String fold(String text, String... keys) {
    String folded = text;
    for (String key : keys) {
      Matcher matcher = Pattern.compile("(?i)\"" + key + "\":").matcher(folded);
      folded = matcher.replaceAll("\"" + key + "\":");
    }
    return folded;
  }

  private static String hide(String text, boolean hidden) {
    return hidden ? text.replace("test_simple_text", "test_other") : text;
  }
}
