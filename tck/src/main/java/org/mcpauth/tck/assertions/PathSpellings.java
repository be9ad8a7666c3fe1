// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;

/** Other ways to write a path, which some layer of a server may take for the path itself. */
final class PathSpellings {

  private static final String PUBLIC = "/.well-known/oauth-protected-resource";

  private PathSpellings() {}

  /** A call with each other spelling, in its target or in a header that replaces it. */
  static List<HttpCall> of(HttpCall call, URI endpoint) {
    return Stream.of(
            of(call.target()).stream().map(call::target),
            Stream.of(call.target(endpoint.toString())),
            Stream.of("X-Original-URL", "X-Rewrite-URL")
                .flatMap(
                    header ->
                        Stream.of("/", PUBLIC)
                            .map(target -> call.target(target).with(header, call.target()))))
        .flatMap(calls -> calls)
        .toList();
  }

  /** None of them is the path as it should be written, except for what follows a question mark. */
  private static List<String> of(String path) {
    String below = path.equals("/") ? "" : path;
    return Stream.of(
            slashes(below), dots(below), parameters(below), encodings(below), queries(path))
        .flatMap(List::stream)
        .filter(spelling -> !spelling.equals(path))
        .distinct()
        .toList();
  }

  private static List<String> slashes(String path) {
    return List.of(
        path + "/",
        path + "//",
        "/" + path,
        "//" + path,
        "/" + path + "/",
        path + "/tck",
        path + ".");
  }

  private static List<String> dots(String path) {
    return List.of(
        "/." + path,
        path + "/.",
        path + "/./",
        "/tck/.." + path,
        path + "/tck/..",
        "/tck/%2e%2e" + path,
        PUBLIC + "/../.." + path,
        PUBLIC + "/%2e%2e/%2e%2e" + path,
        PUBLIC + path + "/../../.." + path,
        PUBLIC + "/..;/..;" + path,
        PUBLIC + "/..%2f.." + path);
  }

  private static List<String> parameters(String path) {
    return List.of(
        path + ";",
        path + ";a=b",
        path + ";jsessionid=1",
        path + "/;a=b",
        "/;a=b" + path,
        path + ";" + PUBLIC,
        path + ".json",
        path + ".css");
  }

  private static List<String> encodings(String path) {
    int last = Math.max(path.length() - 1, 0);
    String end = path.substring(last);
    String code = end.isEmpty() ? "" : "%%%02x".formatted((int) end.charAt(0));
    int first = path.lastIndexOf('/') + 1;
    return List.of(
        path.substring(0, last) + code,
        path.substring(0, last) + code.toUpperCase(Locale.ROOT),
        path.substring(0, last) + code.replace("%", "%25"),
        path.substring(0, Math.max(first - 1, 0)) + "/%2f" + path.substring(first),
        path.substring(0, Math.max(first - 1, 0)) + "%2f" + path.substring(first),
        path + "%2f",
        path + "%20",
        path + "%09",
        path + "%00",
        path + "%3b",
        path + "%23",
        path.toUpperCase(Locale.ROOT),
        path.substring(0, first) + path.substring(first).replaceFirst("[a-z]", "\\U$0"));
  }

  private static List<String> queries(String path) {
    return List.of(
        path + "?",
        path + "?a=b",
        path + "?" + PUBLIC,
        path + "?/../.." + PUBLIC,
        path + "?.css",
        path + "?_method=OPTIONS");
  }
}
