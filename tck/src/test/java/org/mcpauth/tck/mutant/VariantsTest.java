// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.NothingOnTop;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TransportRules;
import org.mcpauth.tck.server.Operation;

/** Checks that the checks leave open what the specifications leave open. */
class VariantsTest extends IssuerTest {

  static Stream<Mutant> variants() {
    return Stream.of(challenges(), MetadataVariants.all(), others()).flatMap(variants -> variants);
  }

  private static Stream<Mutant> challenges() {
    return Stream.of(
        challenge("has a realm", header -> header.replace("Bearer ", "Bearer realm=\"MCP\", ")),
        challenge(
            "does not quote tokens",
            header -> header.replaceFirst("error=\"([a-z_]*)\"", "error=$1") + ", realm=MCP"),
        challenge("writes the scheme small", header -> header.replace("Bearer", "bearer")),
        dpop("has the challenge to DPoP on the same line", VariantsTest::onOneLine),
        challenge("parts parameters by commas alone", header -> header.replace(", ", ",")),
        challenge(
            "asks for another scope too",
            header -> header.replace(Operation.BASELINE, "openid " + Operation.BASELINE)),
        Mutant.of(
            "",
            "has a challenge to Basic on another line",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer credentialsMissing(Request request) {
                        return super.credentialsMissing(request)
                            .with("www-authenticate", "Basic realm=\"MCP\"");
                      }
                    }),
        Mutant.of(
            "",
            "has no body with a challenge",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer credentialsMissing(Request request) {
                        Answer answer = super.credentialsMissing(request);
                        return new Answer(answer.status(), answer.headers(), "");
                      }
                    }));
  }

  private static Mutant challenge(String what, UnaryOperator<String> change) {
    return Mutant.of(
        "",
        what,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer challenge(
                      int status, Request request, Map<String, String> parameters) {
                    Answer answer = super.challenge(status, request, parameters);
                    return status == 401 ? ChangedChallenge.changed(answer, change) : answer;
                  }
                });
  }

  private static Mutant dpop(String what, UnaryOperator<Answer> change) {
    return Mutant.of(
        "",
        what,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer offeringDpop(Answer answer, Map<String, String> parameters) {
                    return change.apply(super.offeringDpop(answer, parameters));
                  }
                });
  }

  private static Answer onOneLine(Answer answer) {
    String line = answer.headers().getOrDefault(ChallengeRules.DPOP_LINE, "");
    return ChangedChallenge.changed(withoutDpop(answer), header -> header + ", " + line);
  }

  private static Answer withoutDpop(Answer answer) {
    return TransportMutants.without(answer, ChallengeRules.DPOP_LINE);
  }

  private static Stream<Mutant> others() {
    return Stream.of(
        Mutant.of("", "has nothing on top", NothingOnTop::applyTo),
        Mutant.of("", "answers preflights as they ask", VariantsTest::echoPreflight),
        Mutant.of("", "agrees to tell of no resource", SubscriptionMutants::agreeToNothing),
        Shortcut.anywhere(
            "",
            "refuses other hosts",
            (request, rules) ->
                request.header("Host").orElse("").startsWith("evil")
                    ? Optional.of(Answer.error(421, -32600, "not evil.example"))
                    : Optional.empty()),
        Shortcut.of(
            "",
            "has no GET, and says so to everybody",
            (request, rules) ->
                request.method().equals("GET")
                    ? Optional.of(Answer.of(405).with("Allow", "POST"))
                    : Optional.empty()));
  }

  private static void echoPreflight(Rules rules) {
    rules.transport =
        new TransportRules(rules.endpoint) {
          @Override
          public Answer preflight(Request request) {
            return new Answer(200, super.preflight(request).headers(), "ok")
                .with("Access-Control-Allow-Origin", "*")
                .with(
                    "Access-Control-Allow-Headers",
                    request.header("Access-Control-Request-Headers").orElse(""));
          }
        };
  }

  @ParameterizedTest
  @MethodSource("variants")
  void runWhenServerIsRightInAnotherWayThenEveryAssertionPasses(Mutant variant) {
    assertThat(MutantRun.ofAll(variant, issuer).failures()).as(variant.fault()).isEmpty();
  }
}
