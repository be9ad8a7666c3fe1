// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.StepUpRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that want a login, and get it or the words for it wrong. */
final class StepUpMutants {

  private static final String ACCEPTED = "sufficient-authentication-is-accepted";
  private static final String ACR = "other-acr-is-challenged";
  private static final String AGE = "old-authentication-is-challenged";
  private static final String VALID = "step-up-needs-a-valid-token";
  private static final String ERROR = "insufficient_user_authentication";

  private StepUpMutants() {}

  static List<Mutant> all() {
    return List.of(
        needing(
            ACCEPTED,
            "wants a login for everything",
            (operation, caller) ->
                caller.claims().containsKey("acr") || caller.claims().containsKey("auth_time")
                    ? Map.of()
                    : Map.of("max_age", "300")),
        aged(ACCEPTED, "wants a login of this minute", 60),
        strong(ACR, "does not look at the acr", acr -> true),
        strong(ACR, "takes whatever acr there is", acr -> acr != null),
        strong(
            ACR,
            "takes what begins alike",
            acr -> acr instanceof String text && text.startsWith(Operation.STRONG_ACR)),
        strong(
            ACR,
            "takes the beginning",
            acr -> acr instanceof String text && Operation.STRONG_ACR.startsWith(text)),
        strong(
            ACR,
            "takes other letters",
            acr -> acr instanceof String text && text.equalsIgnoreCase(Operation.STRONG_ACR)),
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
            ACR, "answers 403 where another acr is wanted", "acr_values", StepUpMutants::as403),
        answering(ACR, "leaves out the metadata", "acr_values", StepUpMutants::withoutMetadata),
        aged(AGE, "takes every login", Integer.MAX_VALUE),
        at(AGE, "takes the time of the token for that of the login", StepUpMutants::byIssuing),
        at(AGE, "takes a login of unknown time", StepUpMutants::byAnyTime),
        telling(AGE, "does not say how old a login may be", map -> map.remove("max_age")),
        telling(AGE, "names no number", map -> map.replace("max_age", "5m")),
        telling(AGE, "names a negative age", map -> map.replace("max_age", "-300")),
        answering(AGE, "answers 403 to an old login", "max_age", StepUpMutants::as403),
        Shortcut.anywhere(
            VALID,
            "tells everybody what it wants",
            (request, rules) -> {
              Rules guarded = rules.at(Feature.STEP_UP);
              boolean asked =
                  new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8)
                      .contains("test_strong_login");
              return asked && guarded.transport.isEndpoint(request)
                  ? java.util.Optional.of(
                      guarded.challenges.insufficientAuthentication(
                          request, Map.of("acr_values", Operation.STRONG_ACR)))
                  : java.util.Optional.empty();
            }),
        at(VALID, "blames the login of a token that is not valid", StepUpMutants::blamingLogin));
  }

  private static Mutant at(String assertion, String fault, Consumer<Rules> change) {
    return Mutant.of(assertion, fault, rules -> change.accept(rules.at(Feature.STEP_UP)));
  }

  private interface Need {
    Map<String, String> lacking(Operation operation, Caller caller);
  }

  private static Mutant needing(String assertion, String fault, Need need) {
    return at(
        assertion,
        fault,
        rules ->
            rules.stepUp =
                new StepUpRules() {
                  @Override
                  public Map<String, String> lacking(Operation operation, Caller caller) {
                    Map<String, String> more = super.lacking(operation, caller);
                    return more.isEmpty() ? need.lacking(operation, caller) : more;
                  }
                });
  }

  private static Mutant strong(String assertion, String fault, Predicate<@Nullable Object> enough) {
    return at(
        assertion,
        fault,
        rules ->
            rules.stepUp =
                new StepUpRules() {
                  @Override
                  public boolean isStrong(@Nullable Object acr) {
                    return enough.test(acr);
                  }
                });
  }

  private static Mutant aged(String assertion, String fault, int seconds) {
    return at(
        assertion,
        fault,
        rules ->
            rules.stepUp =
                new StepUpRules() {
                  @Override
                  public long oldest() {
                    return seconds;
                  }
                });
  }

  private static void byIssuing(Rules rules) {
    rules.stepUp =
        new StepUpRules() {
          @Override
          public boolean isRecent(Map<String, Object> claims) {
            Object time = claims.get("auth_time");
            return isRecent(time == null ? claims.get("iat") : time);
          }
        };
  }

  private static void byAnyTime(Rules rules) {
    rules.stepUp =
        new StepUpRules() {
          @Override
          public boolean isRecent(Map<String, Object> claims) {
            return !claims.containsKey("auth_time") || super.isRecent(claims);
          }
        };
  }

  private static Mutant telling(
      String assertion, String fault, Consumer<Map<String, String>> change) {
    return at(
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
    return at(
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
