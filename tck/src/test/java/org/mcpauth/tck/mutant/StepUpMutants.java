// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.StepUpRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that want a login, and take another one for it. */
final class StepUpMutants {

  private static final String ACCEPTED = "sufficient-authentication-is-accepted";
  private static final String ACR = "other-acr-is-challenged";
  private static final String AGE = "old-authentication-is-challenged";

  private StepUpMutants() {}

  static List<Mutant> all() {
    return Stream.concat(StepUpChallengeMutants.all().stream(), wrong().stream()).toList();
  }

  private static List<Mutant> wrong() {
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
        aged(AGE, "takes every login", Integer.MAX_VALUE),
        at(AGE, "takes the time of the token for that of the login", StepUpMutants::byIssuing),
        at(AGE, "takes a login of unknown time", StepUpMutants::byAnyTime));
  }

  static Mutant at(String assertion, String fault, Consumer<Rules> change) {
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
}
