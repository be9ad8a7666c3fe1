// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.MentionedRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.RoleRules;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that leave open what nobody closed. */
final class ClosedByDefaultMutants {

  private ClosedByDefaultMutants() {}

  static List<Mutant> all() {
    return List.of(
        of("lets everybody in", rules -> rules.roles = new RoleRules()),
        of(
            "lets in who may do all",
            rules ->
                rules.roles =
                    new MentionedRules() {
                      @Override
                      public void requireOpen(Operation operation, Caller caller, Request request)
                          throws Refusal {
                        if (!caller.scopes().contains(Operation.ADMIN)) {
                          super.requireOpen(operation, caller, request);
                        }
                      }
                    }),
        of(
            "says which tools there are",
            rules ->
                rules.roles =
                    new MentionedRules() {
                      @Override
                      public boolean isMentioned(Operation operation) {
                        return super.isMentioned(operation)
                            || isCall(operation, Operation.UNKNOWN_TOOL);
                      }
                    }),
        of(
            "closes lists too",
            rules ->
                rules.roles =
                    new MentionedRules() {
                      @Override
                      public void requireOpen(Operation operation, Caller caller, Request request)
                          throws Refusal {
                        if (operation.method().equals("tools/list")) {
                          throw new Refusal(forbidden(request));
                        }
                        super.requireOpen(operation, caller, request);
                      }
                    }),
        of(
            "closes what needs scopes too",
            rules ->
                rules.roles =
                    new MentionedRules() {
                      @Override
                      public boolean isMentioned(Operation operation) {
                        return super.isMentioned(operation)
                            && !isCall(operation, Operation.SIMPLE_TEXT);
                      }
                    }),
        of(
            "asks for a scope",
            rules ->
                rules.roles =
                    new MentionedRules() {
                      @Override
                      public Answer forbidden(Request request) {
                        return rules.challenges.challenge(
                            403,
                            request,
                            Map.of("error", "insufficient_scope", "scope", Operation.ADMIN));
                      }
                    }));
  }

  private static Mutant of(String fault, Consumer<Rules> change) {
    return Mutant.of(
        "unmentioned-operation-is-403",
        fault,
        rules -> change.accept(rules.at(Feature.CLOSED_BY_DEFAULT)));
  }
}
