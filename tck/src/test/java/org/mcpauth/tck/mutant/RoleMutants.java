// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.RoleRules;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that get roles wrong. */
final class RoleMutants {

  private static final String ROLE = "missing-role-is-403";
  private static final String CLOSED = "closed-operation-is-403";

  private RoleMutants() {}

  static List<Mutant> all() {
    return List.of(
        operators("does not look at roles", caller -> true),
        operators("lets nobody in", caller -> false),
        operators("takes any role", caller -> !roles(caller).isEmpty()),
        operators(
            "looks at the first role alone",
            caller -> roles(caller).stream().limit(1).anyMatch(Operation.OPERATOR::equals)),
        operators(
            "takes roles that begin alike",
            caller -> roles(caller).stream().anyMatch(r -> r.startsWith(Operation.OPERATOR))),
        operators(
            "takes roles in other letters",
            caller ->
                roles(caller).stream()
                    .map(role -> role.toLowerCase(Locale.ROOT))
                    .anyMatch(Operation.OPERATOR::equals)),
        operators(
            "takes a scope for a role",
            caller ->
                roles(caller).contains(Operation.OPERATOR)
                    || caller.scopes().contains(Operation.OPERATOR)),
        telling(ROLE, Operation.FOR_OPERATORS, "asks for a scope", 403),
        telling(ROLE, Operation.FOR_OPERATORS, "asks for another token", 401),
        telling(CLOSED, Operation.CLOSED, "asks for a scope", 403),
        telling(CLOSED, Operation.CLOSED, "asks for another token", 401),
        of(
            CLOSED,
            "closes nothing",
            new RoleRules() {
              @Override
              public void requireOpen(Operation operation, Caller caller, Request request)
                  throws Refusal {
                if (!isCall(operation, Operation.CLOSED)) {
                  super.requireOpen(operation, caller, request);
                }
              }
            }),
        of(
            CLOSED,
            "opens to who may do all",
            new RoleRules() {
              @Override
              public void requireOpen(Operation operation, Caller caller, Request request)
                  throws Refusal {
                boolean mighty = caller.scopes().contains(Operation.ADMIN);
                if (!mighty || !isCall(operation, Operation.CLOSED)) {
                  super.requireOpen(operation, caller, request);
                }
              }
            }));
  }

  private static List<String> roles(Caller caller) {
    return caller.claims().get("roles") instanceof List<?> roles
        ? roles.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Mutant of(String assertion, String fault, RoleRules roles) {
    return Mutant.of(assertion, fault, rules -> rules.at(Feature.ROLES).roles = roles);
  }

  private static Mutant operators(String fault, Predicate<Caller> operators) {
    return of(
        ROLE,
        fault,
        new RoleRules() {
          @Override
          public boolean isOperator(Caller caller) {
            return operators.test(caller);
          }
        });
  }

  /** For one of the tools: the other is refused as it should be. */
  private static Mutant telling(String assertion, Operation about, String fault, int status) {
    return Mutant.of(
        assertion,
        fault,
        rules -> {
          Rules guarded = rules.at(Feature.ROLES);
          guarded.roles =
              new RoleRules() {
                @Override
                public void requireOpen(Operation operation, Caller caller, Request request)
                    throws Refusal {
                  try {
                    super.requireOpen(operation, caller, request);
                  } catch (Refusal refusal) {
                    throw isCall(operation, about) ? challenged(request) : refusal;
                  }
                }

                private Refusal challenged(Request request) {
                  Map<String, String> parameters =
                      Map.of("error", "insufficient_scope", "scope", Operation.OPERATOR);
                  Answer answer = guarded.challenges.challenge(status, request, parameters);
                  return new Refusal(answer);
                }
              };
        });
  }
}
