// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that want a login and do not find the words for it. */
final class StepUpChallengeMutants {

  private static final String ACR = "other-acr-is-challenged";
  private static final String AGE = "old-authentication-is-challenged";
  private static final String VALID = "step-up-needs-a-valid-token";
  private static final String ERROR = "insufficient_user_authentication";

  private StepUpChallengeMutants() {}

  static List<Mutant> all() {
    return List.of(
        telling(ACR, "does not say which acr", parameters -> parameters.remove("acr_values")),
        telling(
            ACR, "names another acr", parameters -> parameters.replace("acr_values", "urn:weak")),
        telling(
            ACR,
            "calls the token invalid where another acr is wanted",
            parameters ->
                parameters.replaceAll(
                    (name, value) ->
                        parameters.containsKey("acr_values") && value.equals(ERROR)
                            ? "invalid_token"
                            : value)),
        answering(
            ACR,
            "answers 403 where another acr is wanted",
            "acr_values",
            StepUpChallengeMutants::as403),
        answering(
            ACR, "leaves out the metadata", "acr_values", StepUpChallengeMutants::withoutMetadata),
        telling(AGE, "does not say how old a login may be", map -> map.remove("max_age")),
        telling(AGE, "names no number", map -> map.replace("max_age", "5m")),
        telling(AGE, "names a negative age", map -> map.replace("max_age", "-300")),
        answering(AGE, "answers 403 to an old login", "max_age", StepUpChallengeMutants::as403),
        Shortcut.anywhere(
            VALID,
            "tells everybody what it wants",
            (request, rules) -> {
              Rules guarded = rules.at(Feature.STEP_UP);
              boolean asked =
                  new String(request.body().bytes(), StandardCharsets.UTF_8)
                      .contains("test_strong_login");
              return asked && guarded.transport.isEndpoint(request)
                  ? Optional.of(
                      guarded.challenges.insufficientAuthentication(
                          request, Map.of("acr_values", Operation.STRONG_ACR)))
                  : Optional.empty();
            }),
        StepUpMutants.at(
            VALID,
            "blames the login of a token that is not valid",
            StepUpChallengeMutants::blamingLogin));
  }

  private static Mutant telling(
      String assertion, String fault, Consumer<Map<String, String>> change) {
    return StepUpMutants.at(
        assertion,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer challenge(
                      int status, Request request, Map<String, String> parameters) {
                    Map<String, String> changed = new LinkedHashMap<>(parameters);
                    if (ERROR.equals(parameters.get("error"))) {
                      change.accept(changed);
                    }
                    return super.challenge(status, request, changed);
                  }
                });
  }

  private static Mutant answering(
      String assertion, String fault, String about, UnaryOperator<Answer> change) {
    return StepUpMutants.at(
        assertion,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer insufficientAuthentication(
                      Request request, Map<String, String> lacking) {
                    Answer answer = super.insufficientAuthentication(request, lacking);
                    return lacking.containsKey(about) ? change.apply(answer) : answer;
                  }
                });
  }

  private static Answer as403(Answer answer) {
    return new Answer(403, answer.headers(), answer.body());
  }

  private static Answer withoutMetadata(Answer answer) {
    return ChangedChallenge.changed(
        answer, header -> header.replaceAll(", resource_metadata=\"[^\"]*\"", ""));
  }

  private static void blamingLogin(Rules rules) {
    rules.challenges =
        new ChallengeRules(rules.metadata) {
          @Override
          public Answer invalidToken(Request request) {
            return insufficientAuthentication(request, Map.of("max_age", "300"));
          }
        };
  }
}
