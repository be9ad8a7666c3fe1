// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that talk to callers before they know them. */
final class UnverifiedMutants {

  private static final String BROKEN = "broken-message-without-token-is-challenged";
  private static final String NOTHING = "unverified-callers-learn-nothing";

  private UnverifiedMutants() {}

  static List<Mutant> all() {
    return Stream.concat(broken(), unverified()).toList();
  }

  private static Stream<Mutant> broken() {
    return Stream.of(
        Shortcut.of(
            BROKEN,
            "reads the message before the token",
            (request, rules) -> {
              if (request.method().equals("POST")) {
                rules.messages.read(request);
              }
              return Optional.empty();
            }),
        Shortcut.of(
            BROKEN,
            "looks for the session before the token",
            (request, rules) ->
                request
                    .header("Mcp-Session-Id")
                    .map(id -> Answer.error(404, -32001, "no session"))),
        Shortcut.of(
            BROKEN,
            "looks at the version before the token",
            (request, rules) ->
                request
                    .header("MCP-Protocol-Version")
                    .filter(version -> version.startsWith("1"))
                    .map(version -> Answer.error(400, -32022, "unsupported version"))));
  }

  private static Stream<Mutant> unverified() {
    return Stream.of(
        toInvalidToken(
            "names the scopes of the operation to who has an invalid token",
            (challenges, request) ->
                isForged(request)
                    ? Optional.empty()
                    : operation(request)
                        .map(o -> challenge(challenges, 401, "invalid_token", o, request))),
        toInvalidToken(
            "looks at the scopes of a token before its signature",
            (challenges, request) ->
                isForged(request)
                    ? operation(request)
                        .map(o -> challenge(challenges, 403, "insufficient_scope", o, request))
                    : Optional.empty()),
        toInvalidToken(
            "says to who has an invalid token that there is no such tool",
            (challenges, request) ->
                text(request).contains(Operation.UNKNOWN_TOOL.name().orElseThrow())
                    ? Optional.of(Answer.error(400, -32602, "Unknown tool"))
                    : Optional.empty()),
        Mutant.of(
            NOTHING,
            "names all scopes to who has no token",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer credentialsMissing(Request request) {
                        String scopes = String.join(" ", IssuedTokens.fullScopes());
                        return Shortcut.isAnonymous(request)
                            ? challenge(401, request, Map.of("scope", scopes))
                            : super.credentialsMissing(request);
                      }
                    }));
  }

  private static Mutant toInvalidToken(
      String fault, BiFunction<ChallengeRules, Request, Optional<Answer>> answer) {
    return Mutant.of(
        NOTHING,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer invalidToken(Request request) {
                    return answer.apply(this, request).orElseGet(() -> super.invalidToken(request));
                  }
                });
  }

  private static Answer challenge(
      ChallengeRules challenges, int status, String error, Operation operation, Request request) {
    String scopes = String.join(" ", operation.scopes());
    return challenges.challenge(status, request, Map.of("error", error, "scope", scopes));
  }

  private static Optional<Operation> operation(Request request) {
    return Operation.SCOPED.stream()
        .filter(operation -> text(request).contains(operation.name().orElseThrow()))
        .findFirst();
  }

  /** Whether there is a JWT of which only the signature is wrong. */
  private static boolean isForged(Request request) {
    return request.header("Authorization").orElse("").contains(".AAAAAAAAAA");
  }

  private static String text(Request request) {
    return new String(request.body().bytes(), StandardCharsets.UTF_8);
  }
}
