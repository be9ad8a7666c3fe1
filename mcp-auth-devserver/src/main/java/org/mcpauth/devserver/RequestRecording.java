// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpauth.devserver.internal.http.Request;

/** Turns requests into records without secrets: only names on the lists keep their values. */
final class RequestRecording {

  private static final Set<String> OPEN_PARAMETERS =
      Set.of(
          "audience",
          "client_assertion_type",
          "client_id",
          "code_challenge",
          "code_challenge_method",
          "grant_type",
          "prompt",
          "redirect_uri",
          "resource",
          "response_mode",
          "response_type",
          "scope",
          "state",
          "token_type_hint",
          "username");

  private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie", "dpop");

  private RequestRecording() {}

  static RecordedRequest of(Request request) {
    Map<String, List<String>> query = open(request.queryParameters());
    Map<String, List<String>> all = new TreeMap<>(query);
    open(request.formParameters()).forEach(all::putIfAbsent);
    String path = query.isEmpty() ? request.path() : request.path() + "?" + encode(query);
    return new RecordedRequest(request.method(), path, all, headers(request));
  }

  private static Map<String, List<String>> open(Map<String, List<String>> parameters) {
    Map<String, List<String>> result = new TreeMap<>();
    parameters.forEach(
        (name, values) ->
            result.put(
                name,
                OPEN_PARAMETERS.contains(name)
                    ? List.copyOf(values)
                    : values.stream().map(value -> RecordedRequest.HIDDEN).toList()));
    return result;
  }

  /** The scheme of Authorization is not secret, what follows is. */
  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> result = new TreeMap<>(request.headers());
    result.replaceAll(
        (name, values) ->
            SECRET_HEADERS.contains(name)
                ? values.stream().map(value -> hide(name, value)).toList()
                : values);
    return result;
  }

  private static String hide(String header, String value) {
    int space = value.indexOf(' ');
    return header.equals("authorization") && space > 0
        ? value.substring(0, space) + " " + RecordedRequest.HIDDEN
        : RecordedRequest.HIDDEN;
  }

  private static String encode(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(p -> p.getValue().stream().map(value -> encode(p.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
