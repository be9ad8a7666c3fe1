// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.reference.Tools;
import org.mcpauth.tck.server.Operation;

/** What the identity assertions must catch. */
final class IdentityMutants {

  private static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";

  private IdentityMutants() {}

  static List<Mutant> all() {
    return Stream.of(claims(), requests(), messages(), races()).flatMap(List::stream).toList();
  }

  private static List<Mutant> claims() {
    return Stream.concat(
            Stream.of("preferred_username", "username", "upn", "email", "name")
                .map(claim -> claim(claim, claims -> claims.get(claim))),
            Stream.of(
                claim("act", c -> c.get("act") instanceof Map<?, ?> act ? act.get("sub") : null),
                claim("client_id", c -> c.containsKey("act") ? c.get("client_id") : null),
                TokenMutants.of(
                    "caller-is-the-subject", "knows whom it met first", FirstCaller::new)))
        .toList();
  }

  private static Mutant claim(String claim, Function<Map<String, Object>, @Nullable Object> value) {
    return subject(
        "caller-is-the-subject",
        "takes " + claim + " for the subject",
        (claims, request) -> Optional.ofNullable(value.apply(claims)).map(String::valueOf));
  }

  private interface Name {
    Optional<String> of(Map<String, Object> claims, Request request);
  }

  private static Mutant subject(String assertion, String fault, Name name) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public String subject(Map<String, Object> claims, Request request) {
                return name.of(claims, request).orElseGet(() -> super.subject(claims, request));
              }
            });
  }

  /** Takes the second subject of {@code caller-is-the-subject} for the first. */
  private static final class FirstCaller extends TokenRules {
    private @Nullable String first;

    FirstCaller(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public synchronized String subject(Map<String, Object> claims, Request request) {
      String right = super.subject(claims, request);
      if (!right.equals("tck-bob")) {
        first = right;
        return right;
      }
      return first == null ? right : first;
    }
  }

  private static List<Mutant> requests() {
    String id = "client-cannot-name-the-caller";
    Stream<Mutant> headers =
        Stream.of(
                "X-User",
                "X-User-Id",
                "X-Remote-User",
                "Remote-User",
                "X-Forwarded-User",
                "X-Forwarded-Preferred-Username",
                "X-Auth-Request-User",
                "X-Forwarded-Email")
            .map(name -> subject(id, "believes " + name, (c, request) -> request.header(name)));
    return Stream.concat(
            headers,
            Stream.of(
                subject(
                    id,
                    "believes a cookie",
                    (c, request) -> after(request.header("Cookie"), "user=")),
                subject(
                    id,
                    "believes the query",
                    (c, request) ->
                        after(Optional.ofNullable(request.target().getQuery()), "user="))))
        .toList();
  }

  private static Optional<String> after(Optional<String> text, String start) {
    return text.filter(t -> t.startsWith(start)).map(t -> t.substring(start.length()));
  }

  private static List<Mutant> messages() {
    return List.of(
        told("believes an argument", params -> text(object(params, "arguments"), "userId")),
        told("believes _meta", params -> text(object(params, "_meta"), "sub")),
        told(
            "believes the client's name",
            params ->
                text(object(object(params, "_meta"), CLIENT_INFO), "name")
                    .filter(name -> name.startsWith("tck-"))));
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static Optional<String> text(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private static Mutant told(String fault, Function<JsonObject, Optional<String>> name) {
    return tools(
        "client-cannot-name-the-caller",
        fault,
        new Tools() {
          @Override
          public JsonObject result(Operation operation, Caller caller) {
            return super.result(
                operation,
                name.apply(operation.params())
                    .map(told -> caller.with(told, caller.scopes()))
                    .orElse(caller));
          }
        });
  }

  private static Mutant tools(String assertion, String fault, Tools tools) {
    return Mutant.of(assertion, fault, rules -> rules.tools = tools);
  }

  private static List<Mutant> races() {
    return List.of(
        tools(
            "parallel-callers-are-not-mixed-up",
            "keeps the caller in a field",
            new Tools() {
              private volatile @Nullable Caller last;

              @Override
              public JsonObject result(Operation operation, Caller caller) {
                last = caller;
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                Caller found = last;
                return super.result(operation, found == null ? caller : found);
              }
            }),
        TokenMutants.of(
            "parallel-callers-are-not-mixed-up", "keeps claims in a field", Shared::new));
  }

  /** One of everything for all requests. */
  private static final class Shared extends TokenRules {
    private volatile Map<String, Object> last = Map.of();

    Shared(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public String subject(Map<String, Object> claims, Request request) {
      last = claims;
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      return super.subject(last, request);
    }
  }
}
