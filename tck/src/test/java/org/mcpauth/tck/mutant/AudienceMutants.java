// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TokenRules;

/** What the audience assertions must catch. */
final class AudienceMutants {

  private AudienceMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            wrong(),
            missing(),
            SimilarAudienceMutants.all(),
            lists(),
            types(),
            AudienceSpoofMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> wrong() {
    String id = "wrong-audience-is-refused";
    return List.of(
        text(id, "trusts a sister server", (own, aud) -> aud.equals("https://other.example/mcp")),
        raw(id, "looks at single audiences only", aud -> aud instanceof List<?> l && l.size() > 1),
        TokenMutants.of(
            id,
            "takes what is for the issuer",
            (endpoint, issuer) ->
                new TokenRules(endpoint, issuer) {
                  @Override
                  public boolean isOwn(Object audience, Request request) {
                    return super.isOwn(audience, request) || issuer.toString().equals(audience);
                  }
                }),
        text(id, "takes what is for the client", (own, aud) -> aud.equals("mcp-auth-tck")),
        text(id, "takes a star for everybody", (own, aud) -> aud.equals("*")),
        claim(id, "resource", claims -> claims.containsKey("aud")),
        claim(id, "azp", claims -> true),
        claim(id, "client_id", claims -> true));
  }

  private static Mutant claim(
      String assertion, String claim, Predicate<Map<String, Object>> condition) {
    return TokenMutants.of(
        assertion,
        "takes the claim " + claim + " for an audience",
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isForUs(Map<String, Object> claims, Request request) {
                return super.isForUs(claims, request)
                    || (condition.test(claims) && isFor(claims.get(claim), request));
              }
            });
  }

  private static List<Mutant> missing() {
    String id = "missing-audience-is-refused";
    return List.of(
        raw(id, "takes a token without aud", aud -> aud == null),
        claim(id, "resource", claims -> !claims.containsKey("aud")),
        raw(id, "takes an empty array", List.of()::equals),
        raw(id, "takes an empty text", ""::equals),
        raw(id, "takes an array with an empty text", List.of("")::equals));
  }

  private static List<Mutant> lists() {
    String id = "audience-list-is-accepted";
    return List.of(
        only(id, "takes no arrays", list -> null),
        only(id, "looks at the first only", list -> Arrays.asList(list.get(0))),
        only(id, "looks at the last only", list -> Arrays.asList(list.get(list.size() - 1))),
        only(id, "needs more than one", list -> list.size() > 1 ? list : null),
        only(id, "counts to two", list -> list.size() < 3 ? list : null));
  }

  private static Mutant only(
      String assertion, String fault, Function<List<?>, @Nullable Object> part) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isFor(@Nullable Object audience, Request request) {
                Object seen =
                    audience instanceof List<?> list && !list.isEmpty()
                        ? part.apply(list)
                        : audience;
                return super.isFor(seen, request);
              }
            });
  }

  private static List<Mutant> types() {
    String id = "audience-must-be-text";
    return List.of(
        raw(id, "ignores a number", Number.class::isInstance),
        raw(id, "ignores a boolean", Boolean.class::isInstance),
        raw(
            id,
            "looks for itself in an object's values",
            map -> map instanceof Map<?, ?> m && m.containsKey("uri")),
        raw(
            id,
            "looks for itself in an object's names",
            map -> map instanceof Map<?, ?> m && !m.containsKey("uri")),
        raw(id, "flattens arrays", list -> only(list) instanceof List<?>),
        raw(id, "flattens objects", list -> only(list) instanceof Map<?, ?>),
        raw(id, "ignores a number in an array", list -> only(list) instanceof Number),
        raw(
            id,
            "ignores null in an array",
            list -> list instanceof List<?> l && l.size() == 1 && l.get(0) == null));
  }

  private static @Nullable Object only(@Nullable Object list) {
    return list instanceof List<?> l && l.size() == 1 ? l.get(0) : null;
  }

  static Mutant text(String assertion, String fault, BiPredicate<URI, String> own) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isOwn(Object audience, Request request) {
                return super.isOwn(audience, request)
                    || (audience instanceof String text && own.test(endpoint, text));
              }
            });
  }

  private static Mutant raw(String assertion, String fault, Predicate<@Nullable Object> taken) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isFor(@Nullable Object audience, Request request) {
                return taken.test(audience) || super.isFor(audience, request);
              }
            });
  }
}
