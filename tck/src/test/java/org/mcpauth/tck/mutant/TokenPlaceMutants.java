// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.CredentialRules;
import org.mcpauth.tck.reference.Request;

/** What the assertions must catch about where a token is. */
final class TokenPlaceMutants {

  private TokenPlaceMutants() {}

  static List<Mutant> all() {
    return Stream.of(two(), beside(), body(), MemoryMutants.all(), LeakMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> two() {
    return List.of(
        twice("takes the first header", values -> Optional.of(values.get(0))),
        twice("takes the last header", values -> Optional.of(values.get(values.size() - 1))),
        twice(
            "takes a header that looks like Bearer",
            values ->
                values.stream()
                    .filter(v -> values.size() == 1 || v.startsWith("Bearer ey"))
                    .findFirst()),
        CredentialMutants.of(
            "two-credentials-are-refused",
            "does not look at the query",
            new CredentialRules() {
              @Override
              public Optional<String> inQuery(Request request) {
                return Optional.empty();
              }
            }));
  }

  private static Mutant twice(String fault, Function<List<String>, Optional<String>> choice) {
    return CredentialMutants.of(
        "two-credentials-are-refused",
        fault,
        new CredentialRules() {
          @Override
          public boolean isTwice(List<String> values, Request request) {
            return !values.isEmpty() && inQuery(request).isPresent();
          }

          @Override
          public Optional<String> chosen(List<String> values) {
            return values.isEmpty() ? Optional.empty() : choice.apply(values);
          }
        });
  }

  private static List<Mutant> beside() {
    String id = "token-in-query-is-not-accepted";
    return Stream.of(
            Stream.of(
                    "access_token",
                    "token",
                    "bearer_token",
                    "auth_token",
                    "jwt",
                    "api_key",
                    "key",
                    "authorization",
                    "Authorization")
                .map(
                    name ->
                        elsewhere(id, "reads the query " + name, request -> query(request, name))),
            Stream.of("access_token", "token", "jwt")
                .map(
                    name ->
                        elsewhere(
                            id,
                            "reads the cookie " + name,
                            request ->
                                request
                                    .header("Cookie")
                                    .filter(c -> c.startsWith(name + "="))
                                    .map(c -> c.substring(name.length() + 1)))),
            Stream.of("Proxy-Authorization", "X-Forwarded-Authorization", "X-Authorization")
                .map(
                    name ->
                        elsewhere(
                            id,
                            "reads " + name,
                            request ->
                                request
                                    .header(name)
                                    .filter(v -> v.startsWith("Bearer "))
                                    .map(v -> v.substring(7)))),
            Stream.of(
                    "X-Access-Token",
                    "X-Forwarded-Access-Token",
                    "X-Auth-Token",
                    "X-Api-Key",
                    "Token")
                .map(
                    name ->
                        elsewhere(
                            id,
                            "reads " + name,
                            request -> request.header(name).filter(v -> v.startsWith("ey")))))
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Optional<String> query(Request request, String name) {
    return Optional.ofNullable(request.target().getRawQuery())
        .filter(query -> query.startsWith(name + "="))
        .map(query -> URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8))
        .map(value -> value.replaceFirst("^Bearer ", ""));
  }

  private static Mutant elsewhere(
      String assertion, String fault, Function<Request, Optional<String>> place) {
    return CredentialMutants.of(
        assertion,
        fault,
        new CredentialRules() {
          @Override
          public Optional<String> elsewhere(Request request) {
            return place.apply(request);
          }
        });
  }

  private static List<Mutant> body() {
    String id = "token-in-form-is-not-accepted";
    return List.of(
        elsewhere(
            id, "reads forms", request -> found(request, "urlencoded", "^access_token=([^&]+)$")),
        elsewhere(
            id,
            "reads forms with messages",
            request -> found(request, "urlencoded", "^access_token=([^&]+)&")),
        elsewhere(
            id,
            "reads multipart forms",
            request -> found(request, "multipart", "access_token\"\r\n\r\n(\\S+)")),
        elsewhere(
            id,
            "reads the message",
            request -> found(request, "json", "^\\{\"access_token\":\"([^\"]+)")),
        elsewhere(
            id,
            "reads params",
            request -> found(request, "json", "params\":\\{\"access_token\":\"([^\"]+)")),
        elsewhere(
            id,
            "reads _meta",
            request -> found(request, "json", "_meta\":\\{\"access_token\":\"([^\"]+)")));
  }

  private static Optional<String> found(Request request, String type, String pattern) {
    String body = new String(request.body().bytes(), StandardCharsets.UTF_8);
    boolean right = request.header("Content-Type").filter(t -> t.contains(type)).isPresent();
    return Optional.of(Pattern.compile(pattern).matcher(body))
        .filter(matcher -> right && matcher.find())
        .map(matcher -> matcher.group(1));
  }
}
