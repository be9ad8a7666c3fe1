// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Messages that one reader may take for a call of the open tool, or for none at all, and another
 * reader for a call of the protected tool.
 */
final class AmbiguousMessages {

  private static final String HEAD = "\"jsonrpc\":\"2.0\",\"id\":\"tck\"";
  private static final String CALL = "\"method\":\"tools/call\"";
  private static final String LIST = "\"method\":\"tools/list\"";
  private static final String OPEN = "\"test_caller\"";
  private static final String GUARDED = "\"test_simple_text\"";

  private final McpServer server;
  private final String rest;
  private final String open;
  private final String guarded;
  private final Map<String, UnaryOperator<HttpCall>> variants = new LinkedHashMap<>();

  AmbiguousMessages(McpServer server) {
    this.server = server;
    JsonObject params = server.message(Operation.CALLER, false).getJsonObject("params");
    String others = Json.createObjectBuilder(params).remove("name").build().toString();
    this.rest = others.substring(1, others.length() - 1);
    this.open = object("\"name\":" + OPEN, rest);
    this.guarded = object("\"name\":" + GUARDED, rest);
  }

  Map<String, UnaryOperator<HttpCall>> all() {
    duplicates();
    foldedKeys();
    foldedValues();
    shapes();
    String call = object(HEAD, CALL, params(guarded));
    variants.putAll(new AmbiguousSyntax(call, object(HEAD, CALL, params(open))).all());
    if (!server.revision().isStateless()) {
      variants.put(
          "headers of a later revision",
          any -> any.body(call).with("Mcp-Method", "tools/call").with("Mcp-Name", "test_caller"));
    }
    return variants;
  }

  private void duplicates() {
    params("name twice, the protected one last", "\"name\":" + OPEN, "\"name\":" + GUARDED, rest);
    params("name twice, the protected one first", "\"name\":" + GUARDED, "\"name\":" + OPEN, rest);
    params("name twice, far apart", "\"name\":" + OPEN, rest, "\"name\":" + GUARDED);
    params("name twice, far apart, reversed", "\"name\":" + GUARDED, rest, "\"name\":" + OPEN);
    params("name twice, one escaped", "\"name\":" + OPEN, "\"n\\u0061me\":" + GUARDED, rest);
    params("name twice, one escaped, first", "\"n\\u0061me\":" + GUARDED, "\"name\":" + OPEN, rest);
    params("arguments twice", "\"name\":" + GUARDED, "\"arguments\":{\"name\":" + OPEN + "}", rest);
    text("params twice, the protected ones last", HEAD, CALL, params(open), params(guarded));
    text("params twice, the protected ones first", HEAD, CALL, params(guarded), params(open));
    text("method twice, the call last", HEAD, LIST, CALL, params(guarded));
    text("method twice, the call first", HEAD, CALL, LIST, params(guarded));
    text("method twice, far apart", HEAD, LIST, params(guarded), CALL);
    text("method twice, far apart, reversed", HEAD, CALL, params(guarded), LIST);
  }

  private void foldedKeys() {
    for (String name : new String[] {"Name", "NAME", "n\u00c4me", "name\\u0000", " name"}) {
      String folded = "\"" + name + "\":" + GUARDED;
      params(name + " last", "\"name\":" + OPEN, folded, rest);
      params(name + " first", folded, "\"name\":" + OPEN, rest);
      params(name + " only", folded, rest);
    }
    for (String name : new String[] {"Params", "PARAMS", "param\u017f", "param\\u017f"}) {
      String folded = "\"" + name + "\":" + guarded;
      text(name + " last", HEAD, CALL, params(open), folded);
      text(name + " first", HEAD, CALL, folded, params(open));
      text(name + " only", HEAD, CALL, folded);
    }
    for (String name : new String[] {"Method", "METHOD", "m\\u0065thod"}) {
      String folded = "\"" + name + "\":\"tools/call\"";
      text(name + " last", HEAD, LIST, folded, params(guarded));
      text(name + " first", HEAD, folded, LIST, params(guarded));
      text(name + " only", HEAD, folded, params(guarded));
    }
    text("all folded", HEAD, "\"METHOD\":\"tools/call\"", "\"Params\":{\"Name\":" + GUARDED + "}");
  }

  private void foldedValues() {
    for (String name :
        new String[] {
          "test\\u005fsimple_text",
          "TEST_SIMPLE_TEXT",
          "Test_simple_text",
          " test_simple_text",
          "test_simple_text ",
          "test_simple_text\\n",
          "test_simple_text\\u0000",
          "test_simple_text\\u0000x",
          "te\u017ft_\u017fimple_text",
          "test%5Fsimple%5Ftext",
          "\ufeffsimple_text".replace("simple", "test_simple"),
          "test_caller,test_simple_text"
        }) {
      params("the name " + name, "\"name\":\"" + name + "\"", rest);
    }
    for (String method : new String[] {"tools\\/call", "Tools/Call", "TOOLS/CALL", "tools/call "}) {
      text("the method " + method, HEAD, "\"method\":\"" + method + "\"", params(guarded));
    }
  }

  private void shapes() {
    params("params in params", "\"params\":" + guarded, "\"name\":" + OPEN, rest);
    params("only params in params", "\"params\":" + guarded, rest);
    params("a list of names", "\"name\":[" + OPEN + "," + GUARDED + "]", rest);
    params("a list of one name", "\"name\":[" + GUARDED + "]", rest);
    params("a name in an object", "\"name\":{\"name\":" + GUARDED + "}", rest);
    params("a prototype", "\"__proto__\":{\"name\":" + GUARDED + "}", rest);
    text("a prototype of all", HEAD, "\"__proto__\":{" + CALL + "," + params(guarded) + "}");
    text("params as a list", HEAD, CALL, "\"params\":[" + guarded + "]");
    text("params by position", HEAD, CALL, "\"params\":[" + GUARDED + ",{}]");
    text("a dotted key", HEAD, CALL, params(open), "\"params.name\":" + GUARDED);
    text("name outside of params", HEAD, CALL, params(open), "\"name\":" + GUARDED);
    text("a response too", HEAD, "\"result\":{}", CALL, params(guarded));
    text("an error too", HEAD, CALL, params(guarded), "\"error\":{\"code\":1,\"message\":\"\"}");
    text("no id but null", "\"jsonrpc\":\"2.0\",\"id\":null", CALL, params(guarded));
    text("a list as id", "\"jsonrpc\":\"2.0\",\"id\":[1]", CALL, params(guarded));
    text("no version", "\"id\":\"tck\"", CALL, params(guarded));
    text("another version", "\"jsonrpc\":\"1.0\",\"id\":\"tck\"", CALL, params(guarded));
  }

  private void params(String variant, String... members) {
    text(variant, HEAD, CALL, params(object(members)));
  }

  private void text(String variant, String... members) {
    body(variant, object(members));
  }

  private void body(String variant, String text) {
    variants.put(variant, call -> call.body(text));
  }

  private static String params(String object) {
    return "\"params\":" + object;
  }

  private static String object(String... members) {
    return "{" + String.join(",", members) + "}";
  }
}
