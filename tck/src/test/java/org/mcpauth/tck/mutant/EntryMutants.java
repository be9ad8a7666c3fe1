// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Operation;

/** What the assertions about ways in must catch. */
final class EntryMutants {

  private static final String METHOD = "every-method-needs-a-token";
  private static final String HTTP_METHOD = "every-http-method-needs-a-token";
  private static final String PATH = "every-spelling-of-the-path-needs-a-token";

  private EntryMutants() {}

  static List<Mutant> all() {
    return Stream.of(methods(), httpMethods(), paths()).flatMap(mutants -> mutants).toList();
  }

  private static Stream<Mutant> methods() {
    Stream<Mutant> named =
        Stream.of(
                "initialize",
                "ping",
                "tools/list",
                "prompts/list",
                "server/discover",
                "logging/setLevel")
            .map(name -> open("answers " + name + " to everybody", name::equals));
    return Stream.concat(
        named,
        Stream.of(
            open("takes notifications from everybody", name -> name.startsWith("notifications/")),
            open("answers unknown methods to everybody", name -> name.startsWith("tck/")),
            Shortcut.pastFor(
                METHOD,
                "answers calls of a tool without scopes to everybody",
                message -> message.operation().name().equals(Operation.CALLER.name())),
            Shortcut.pastFor(
                METHOD,
                "takes requests without an id from everybody",
                message -> message.id().isEmpty())));
  }

  private static Mutant open(String fault, Predicate<String> methods) {
    return Shortcut.pastFor(METHOD, fault, message -> methods.test(message.operation().method()));
  }

  private static Stream<Mutant> httpMethods() {
    Answer stream = new Answer(200, Map.of("Content-Type", "text/event-stream"), ": hello\n\n");
    return Stream.of(
        http("opens a stream for a GET", "GET", stream),
        http("looks at a GET before the token", "GET", Answer.of(400)),
        http("ends sessions for everybody", "DELETE", Answer.of(204)),
        http("answers HEAD to everybody", "HEAD", Answer.of(200)),
        Shortcut.past(HTTP_METHOD, "takes a PUT for a POST", is("PUT")),
        Shortcut.past(
            HTTP_METHOD, "takes OPTIONS for a POST", is("OPTIONS").and(EntryMutants::hasBody)),
        Shortcut.past(
            HTTP_METHOD,
            "takes a GET with a body for a POST",
            is("GET").and(EntryMutants::hasBody)),
        Shortcut.past(
            HTTP_METHOD,
            "believes a header that the method is OPTIONS",
            request -> request.header("X-HTTP-Method-Override").equals(Optional.of("OPTIONS"))),
        Shortcut.past(
            HTTP_METHOD,
            "believes another header that the method is POST",
            request -> request.header("X-Method-Override").equals(Optional.of("POST"))));
  }

  private static Mutant http(String fault, String method, Answer answer) {
    return Shortcut.of(
        HTTP_METHOD,
        fault,
        (request, rules) ->
            request.method().equals(method) && !hasBody(request)
                ? Optional.of(answer)
                : Optional.empty());
  }

  private static Predicate<Request> is(String method) {
    return request -> request.method().equals(method);
  }

  private static boolean hasBody(Request request) {
    return !request.body().isEmpty();
  }

  private static Stream<Mutant> paths() {
    return Stream.of(
        path("a slash at the end", path -> path.replaceFirst("/$", "")),
        path("slashes at the end", path -> path.replaceFirst("/+$", "")),
        path("a path parameter", path -> path.replaceFirst(";.*", "")),
        path("a dot segment", path -> path.replaceFirst("^/\\.(?=/)", "")),
        path("segments that cancel out", path -> path.replaceFirst("^/tck/\\.\\.(?=/)", "")),
        path("encoded letters", path -> URLDecoder.decode(path, StandardCharsets.UTF_8)),
        path("capitals", path -> path.toLowerCase(Locale.ROOT)),
        path("a path below it", path -> path.replaceFirst("^/mcp/.*", "/mcp")),
        path("an ending", path -> path.replaceFirst("\\.[a-z]+$", "")),
        path("a public prefix", path -> path.replaceFirst("^/.well-known/.*(?=/mcp$)", "")),
        Shortcut.past(
            PATH,
            "takes the path from a header",
            request -> request.header("X-Original-URL").equals(Optional.of("/mcp"))),
        Shortcut.past(
            PATH,
            "lets pass what has a public path in its query",
            request ->
                request.path().equals("/mcp")
                    && String.valueOf(request.target().getRawQuery()).contains("/.well-known/")));
  }

  /** Another spelling of the path is taken for the path, though not by who asks for the token. */
  private static Mutant path(String fault, UnaryOperator<String> normal) {
    return Shortcut.past(
        PATH,
        "does not guard the path with " + fault,
        request ->
            request.method().equals("POST")
                && !request.path().equals("/mcp")
                && normal.apply(request.path()).equals("/mcp"));
  }
}
