// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.http.HttpCall;

/** One message in forms that not every reader takes for JSON, or not for the same JSON. */
final class AmbiguousSyntax {

  private final String call;
  private final String caller;
  private final Map<String, UnaryOperator<HttpCall>> variants = new LinkedHashMap<>();

  /** Of a call of the protected tool, and one of the open tool. */
  AmbiguousSyntax(String call, String caller) {
    this.call = call;
    this.caller = caller;
  }

  Map<String, UnaryOperator<HttpCall>> all() {
    syntax();
    encodings();
    types();
    return variants;
  }

  private void syntax() {
    body("a comment before", "/* a comment */" + call);
    body("a comment inside", call.replaceFirst("\\{", "{/* \"method\":\"ping\", */"));
    body("a line comment", "// a comment\n" + call);
    body("a hash comment", "# a comment\n" + call);
    body("a comma at the end", call.replaceFirst("}$", ",}"));
    body("single quotes", call.replace('"', '\''));
    body("keys without quotes", call.replace("\"method\"", "method").replace("\"name\"", "name"));
    body("a second document", caller + "\n" + call);
    body("a second document, at once", caller + call);
    body("a first document", call + "\n" + caller);
    body("words before", "for(;;);" + call);
    body("a record separator before", "\u001e" + call);
    body("a control character before", "\0" + call);
    body("another space before", "\u00a0" + call);
    body("a lot of space before", " ".repeat(70_000) + call);
    body("a control character after", call + "\0");
    body("a text of JSON", Json.createValue(call).toString());
  }

  private void encodings() {
    body("a byte order mark", "\ufeff" + call);
    body("two byte order marks", "\ufeff\ufeff" + call);
    for (String name : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
      byte[] plain = call.getBytes(Charset.forName(name));
      byte[] marked = ("\ufeff" + call).getBytes(Charset.forName(name));
      String type = "application/json; charset=" + name.toLowerCase(Locale.ROOT);
      variants.put(name, any -> any.body(plain));
      variants.put(name + ", marked", any -> any.body(marked));
      variants.put(name + ", declared", any -> any.body(plain).with("Content-Type", type));
      variants.put(
          name + ", declared and marked", any -> any.body(marked).with("Content-Type", type));
    }
    byte[] zipped = Compression.gzip(call.getBytes(UTF_8));
    byte[] deflated = Compression.deflate(call.getBytes(UTF_8));
    variants.put("gzip", any -> any.body(zipped).with("Content-Encoding", "gzip"));
    variants.put("deflate", any -> any.body(deflated).with("Content-Encoding", "deflate"));
  }

  private void types() {
    for (String type :
        new String[] {
          "text/plain",
          "text/json",
          "APPLICATION/JSON",
          "application/json-rpc",
          "application/vnd.mcp+json",
          "application/x-www-form-urlencoded",
          "application/octet-stream"
        }) {
      variants.put("the type " + type, any -> any.body(call).with("Content-Type", type));
    }
    variants.put("no type", any -> any.body(call).without("Content-Type"));
    variants.put(
        "two types",
        any ->
            any.body(call)
                .with("Content-Type", "text/plain")
                .adding("Content-Type", "application/json"));
  }

  private void body(String variant, String text) {
    variants.put(variant, any -> any.body(text));
  }
}
