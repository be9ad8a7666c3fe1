// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;

/** Calls whose token is where it should not be, by a description of the place. */
final class TokenPlaces {

  private static final List<String> NAMES =
      List.of("access_token", "token", "bearer_token", "auth_token", "jwt", "api_key", "key");

  /** Where some gateways put a token, and clients can too. */
  private static final List<String> OTHER_HEADERS =
      List.of(
          "Proxy-Authorization",
          "X-Authorization",
          "X-Forwarded-Authorization",
          "X-Original-Authorization",
          "X-Access-Token",
          "X-Forwarded-Access-Token",
          "X-Auth-Token",
          "X-Api-Key",
          "Access-Token",
          "Token");

  private static final String BASIC = "Basic dXNlcjpwYXNzd29yZA==";
  private static final String FORM = "application/x-www-form-urlencoded";

  private TokenPlaces() {}

  static HttpCall inQuery(McpServer server, String name, String value) {
    String path = server.path() + (server.path().contains("?") ? "&" : "?");
    return Trial.call(server).target(path + name + "=" + encoded(value));
  }

  /** Two credentials, the token being one of them or both. */
  static Map<String, HttpCall> twice(McpServer server, String token) {
    HttpCall call = Trial.call(server);
    HttpCall valid = call.bearer(token);
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    calls.put("a valid token twice", addingBearer(valid, token));
    calls.put("a valid token, then garbage", addingBearer(valid, "garbage"));
    calls.put("garbage, then a valid token", addingBearer(call.bearer("garbage"), token));
    calls.put("a valid token, then Basic", valid.adding("Authorization", BASIC));
    calls.put("Basic, then a valid token", addingBearer(call.with("Authorization", BASIC), token));
    calls.put("in the query too", inQuery(server, "access_token", token).bearer(token));
    calls.put("garbage in the query", inQuery(server, "access_token", "garbage").bearer(token));
    return calls;
  }

  private static HttpCall addingBearer(HttpCall call, String token) {
    return call.adding("Authorization", "Bearer " + token);
  }

  /** In the URL, a cookie or another header. */
  static Map<String, HttpCall> besideAuthorization(McpServer server, String token) {
    HttpCall call = Trial.call(server);
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    for (String name : NAMES) {
      calls.put("query " + name, inQuery(server, name, token));
      calls.put("cookie " + name, call.with("Cookie", name + "=" + token));
    }
    for (String name : List.of("authorization", "Authorization")) {
      calls.put("query " + name, inQuery(server, name, "Bearer " + token));
    }
    for (String name : OTHER_HEADERS) {
      calls.put(name, call.with(name, token));
      calls.put(name + " with a scheme", call.with(name, "Bearer " + token));
    }
    return calls;
  }

  /** In a form, or within the message. */
  static Map<String, HttpCall> inBody(McpServer server, String token) {
    HttpCall call = Trial.call(server);
    HttpCall form = call.with("Content-Type", FORM);
    String message = server.message(Trial.ASKED, false).toString();
    String field = "access_token=" + token;
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    calls.put("a form", form.body(field));
    calls.put("a form with a message", form.body(field + "&message=" + encoded(message)));
    calls.put("a multipart form", multipart(call, token, message));
    calls.put("the message", call.body(inserted(message, "{", "access_token", token)));
    calls.put("params", call.body(inserted(message, "\"params\":{", "access_token", token)));
    if (server.revision().isStateless()) { // the others have no _meta
      calls.put("_meta", call.body(inserted(message, "\"_meta\":{", "access_token", token)));
    }
    return calls;
  }

  private static HttpCall multipart(HttpCall call, String token, String message) {
    String part = "--tck\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    return call.with("Content-Type", "multipart/form-data; boundary=tck")
        .body(
            part.formatted("access_token", token)
                + part.formatted("message", message)
                + "--tck--\r\n");
  }

  private static String inserted(String json, String after, String name, String value) {
    String more = "\"%s\":\"%s\",".formatted(name, value);
    return json.replaceFirst(java.util.regex.Pattern.quote(after), after.replace("{", "{" + more));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
