// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.ScopeRules;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Operation;

/** Challenges for scopes that say something wrong. */
final class ScopeChallengeMutants {

  private static final String EVERY = "challenge-names-every-scope-of-the-operation";
  private static final String KEEPS = "challenge-keeps-granted-scopes";
  private static final String OTHER = "challenge-names-no-other-scope";
  private static final String METADATA = "scope-challenge-names-metadata";
  private static final String FORM = "scope-challenge-is-well-formed";
  private static final String CONSISTENT = "scope-challenge-is-consistent";

  private ScopeChallengeMutants() {}

  /** A refusal that is about to be sent. */
  record Refused(Request request, Operation operation, Caller caller, Answer usual) {}

  static List<Mutant> all() {
    return Stream.of(
            incomplete(), forgetful(), talkative(), links(), forms(), moods(), SessionMutants.all())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> forgetful() {
    return Stream.of(
        scope(KEEPS, "forgets what was granted", refused -> refused.operation().scopes()),
        scope(
            KEEPS,
            "keeps the first scope that was granted",
            refused ->
                Stream.concat(refused.operation().scopes().stream(), Stream.of(Operation.BASELINE))
                    .toList()));
  }

  private static Stream<Mutant> incomplete() {
    return Stream.of(
        scope(
            EVERY,
            "names the first scope only",
            refused -> refused.operation().scopes().subList(0, 1)),
        scope(
            EVERY,
            "names what is missing only",
            refused ->
                refused.operation().scopes().stream()
                    .filter(scope -> !refused.caller().scopes().contains(scope))
                    .toList()),
        scope(
            EVERY,
            "names the second scope only, of a prompt",
            refused ->
                ScopeMutants.same(refused.operation(), Operation.SIMPLE_PROMPT)
                    ? refused.operation().scopes().subList(1, 2)
                    : refused.operation().scopes()),
        parameter(EVERY, "names no scope", "scope", ""));
  }

  private static Stream<Mutant> talkative() {
    return Stream.of(
        scope(OTHER, "names every scope there is", refused -> IssuedTokens.fullScopes()),
        scope(
            OTHER,
            "names the broadest scope",
            refused -> plus(refused.operation().scopes(), Operation.ADMIN)),
        scope(
            OTHER,
            "names a scope that nobody knows",
            refused -> plus(refused.operation().scopes(), "mcp:conformance:other")),
        scope(
            OTHER,
            "names the scopes of tools for a resource",
            refused ->
                ScopeMutants.same(refused.operation(), Operation.STATIC_TEXT)
                    ? plus(refused.operation().scopes(), Operation.SIMPLE_TEXT.scopes().get(0))
                    : refused.operation().scopes()));
  }

  private static Stream<Mutant> links() {
    return Stream.of(
        parameter(METADATA, "has no resource_metadata", "resource_metadata", ""),
        parameter(METADATA, "links elsewhere", "resource_metadata", "http://127.0.0.1:1/other"),
        parameter(METADATA, "has a relative link", "resource_metadata", "/.well-known/other"));
  }

  private static Stream<Mutant> forms() {
    return Stream.of(
        header(FORM, "names error twice", "error=\"none\", "),
        header(FORM, "has a parameter without quotes", "realm=a b, "),
        header(FORM, "describes with a quote", "error_description=\"the \\\"scope\\\"\", "),
        header(FORM, "describes in German", "error_description=\"f\u00fcr dich nicht\", "),
        answering(
            FORM,
            "parts scopes with two spaces",
            (rules, refused) ->
                refused
                    .usual()
                    .with(
                        "WWW-Authenticate",
                        line(refused).replaceFirst("(scope=\"[^ \"]+) ", "$1  "))),
        SessionMutants.injecting(FORM));
  }

  private static Stream<Mutant> moods() {
    AtomicInteger count = new AtomicInteger();
    return Stream.of(
        scope(
            CONSISTENT,
            "adds the granted scopes every other time",
            refused ->
                count.incrementAndGet() % 2 == 0
                    ? plus(refused.operation().scopes(), Operation.BASELINE)
                    : refused.operation().scopes()),
        scope(
            CONSISTENT,
            "adds the granted scopes for tools only",
            refused ->
                refused.operation().method().equals("tools/call")
                    ? plus(refused.operation().scopes(), Operation.BASELINE)
                    : refused.operation().scopes()));
  }

  private static List<String> plus(List<String> scopes, String more) {
    return Stream.concat(scopes.stream(), Stream.of(more)).toList();
  }

  /** Other scopes. */
  private interface Choice {
    List<String> of(Refused refused);
  }

  private static Mutant scope(String assertion, String fault, Choice choice) {
    return answering(
        assertion,
        fault,
        (rules, refused) -> {
          Map<String, String> parameters = new LinkedHashMap<>();
          parameters.put("error", "insufficient_scope");
          parameters.put("scope", String.join(" ", choice.of(refused)));
          return rules.challenges.challenge(403, refused.request(), parameters);
        });
  }

  /** Another value of a parameter; none if it is empty. */
  private static Mutant parameter(String assertion, String fault, String name, String value) {
    String replacement = value.isEmpty() ? "" : ", " + name + "=\"" + value + "\"";
    return answering(
        assertion,
        fault,
        (rules, refused) ->
            refused
                .usual()
                .with(
                    "WWW-Authenticate",
                    line(refused).replaceFirst(", " + name + "=\"[^\"]*\"", replacement)));
  }

  /** One more parameter, in the refusals of what is no tool: those of tools others look at too. */
  private static Mutant header(String assertion, String fault, String parameter) {
    return answering(
        assertion,
        fault,
        (rules, refused) ->
            refused.operation().method().equals("tools/call")
                ? refused.usual()
                : refused
                    .usual()
                    .with(
                        "WWW-Authenticate",
                        line(refused).replace("Bearer ", "Bearer " + parameter)));
  }

  static String line(Refused refused) {
    return refused.usual().headers().getOrDefault("WWW-Authenticate", "");
  }

  /** Another answer to who lacks a scope. */
  static Mutant answering(
      String assertion, String fault, BiFunction<Rules, Refused, Answer> answer) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer insufficientScope(
                      Request request, Operation operation, Caller caller, ScopeRules scopes) {
                    Answer usual = super.insufficientScope(request, operation, caller, scopes);
                    return answer.apply(rules, new Refused(request, operation, caller, usual));
                  }
                });
  }
}
