// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.mcpauth.tck.mutant.ChangedChallenge.changed;
import static org.mcpauth.tck.mutant.ChangedChallenge.header;
import static org.mcpauth.tck.mutant.ChangedChallenge.invalidToken;
import static org.mcpauth.tck.mutant.ChangedChallenge.withoutToken;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Operation;

/** What the challenge assertions must catch. */
final class ChallengeMutants {

  private static final String METADATA = "challenge-names-metadata";
  private static final String SCOPE = "challenge-names-scope";
  private static final String CONSISTENT = "challenge-is-consistent";
  private static final String OFFLINE = "challenge-asks-for-no-offline-access";
  private static final String HOST = "challenge-does-not-follow-the-host";

  private ChallengeMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            basic(),
            wrong(),
            inconsistent(),
            hosts(),
            ChallengeFormMutants.all().stream(),
            EntryMutants.all().stream(),
            UnverifiedMutants.all().stream())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> basic() {
    return Stream.of(
        withoutToken(
            "request-without-token-is-challenged",
            "answers 403 to a request without a token",
            (answer, request) -> new Answer(403, answer.headers(), answer.body())),
        withoutToken(
            "request-without-token-is-challenged",
            "challenges to Basic only",
            (answer, request) -> answer.with("WWW-Authenticate", "Basic realm=\"Bearer\"")),
        header(
            "challenge-without-credentials-has-no-error",
            "says invalid_token to a request without a token",
            header -> header + ", error=\"invalid_token\""),
        header(
            "challenge-without-credentials-has-no-error",
            "describes an error to a request without a token",
            header -> header + ", error_description=\"no token\""));
  }

  private static Stream<Mutant> wrong() {
    String document = "resource_metadata=\"[^\"]*\"";
    return Stream.of(
        header(METADATA, "names none", header -> header.replaceFirst(", " + document, "")),
        header(
            METADATA,
            "names a path",
            header ->
                header.replaceFirst(
                    document, "resource_metadata=\"/.well-known/oauth-protected-resource/mcp\"")),
        header(
            METADATA,
            "names no URL for the web",
            header -> header.replaceFirst(document, "resource_metadata=\"urn:mcp\"")),
        header(SCOPE, "names none", header -> header.replaceFirst("scope=\"[^\"]*\", ", "")),
        header(SCOPE, "names another", header -> header.replace(Operation.BASELINE, "openid")),
        header(
            OFFLINE,
            "asks for it without a token",
            header -> header.replace(Operation.BASELINE, Operation.BASELINE + " offline_access")),
        invalidToken(
            OFFLINE,
            "asks for it with an invalid token",
            header -> header.replace(Operation.BASELINE, "offline_access " + Operation.BASELINE)));
  }

  private static Stream<Mutant> inconsistent() {
    AtomicInteger requests = new AtomicInteger();
    return Stream.of(
        header(
            CONSISTENT,
            "asks for more every second time",
            header ->
                requests.incrementAndGet() % 2 == 0
                    ? header.replace(Operation.BASELINE, Operation.BASELINE + " more")
                    : header),
        forResources("has no challenge", header -> ""),
        forResources("names no scope", header -> header.replaceFirst("scope=\"[^\"]*\", ", "")),
        forResources("names other metadata", header -> header.replaceFirst("/mcp\"", "/other\"")));
  }

  private static Mutant forResources(String fault, UnaryOperator<String> change) {
    return withoutToken(
        CONSISTENT,
        fault + " for resources",
        (answer, request) -> {
          String body = new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
          return body.contains("resources/read") ? changed(answer, change) : answer;
        });
  }

  private static Stream<Mutant> hosts() {
    return Stream.of(
        host("Host", request -> request.header("Host").orElse("")),
        host("X-Forwarded-Host", request -> request.header("X-Forwarded-Host").orElse("")),
        host(
            "Forwarded",
            request ->
                request
                    .header("Forwarded")
                    .map(v -> v.replaceFirst(";.*", ""))
                    .orElse("")
                    .replace("host=", "")),
        host(
            "the request line",
            request -> String.valueOf(request.target().getRawAuthority()).replace("null", "")),
        Mutant.of(
            HOST,
            "believes X-Forwarded-Proto",
            rules -> follow(rules, (url, request) -> forwardedScheme(url, request))));
  }

  private static URI forwardedScheme(URI url, Request request) {
    return request
        .header("X-Forwarded-Proto")
        .map(scheme -> URI.create(url.toString().replaceFirst("^http", scheme)))
        .orElse(url);
  }

  /** Names metadata at the host that a request names, if it names one. */
  private static Mutant host(String where, Function<Request, String> host) {
    return Mutant.of(
        HOST,
        "takes the host from " + where,
        rules ->
            follow(
                rules,
                (url, request) -> {
                  String named = host.apply(request);
                  return named.isEmpty()
                      ? url
                      : URI.create(url.toString().replaceFirst("//[^/]*", "//" + named));
                }));
  }

  private static void follow(Rules rules, BiFunction<URI, Request, URI> change) {
    rules.challenges =
        new ChallengeRules(
            new MetadataRules(rules.endpoint, rules.issuer) {
              @Override
              public URI url(Request request) {
                return change.apply(super.url(request), request);
              }
            });
  }
}
