// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.Scopes;
import org.mcpauth.internal.rpc.Revision;
import org.mcpauth.internal.rpc.RpcMessage;
import org.mcpauth.internal.settings.StepUp;

/** How a caller is told that it lacks a scope. */
final class StepUpRules {

  /** MCP, Refresh Tokens: not in a challenge (PRM-5). */
  private static final String OFFLINE_ACCESS = "offline_access";

  private final StepUp settings;
  private final Predicate<String> nameable;

  /**
   * Makes the rules of a resource.
   *
   * @param nameable which scopes of a token can be named as they are, or with the resource's prefix
   */
  StepUpRules(StepUp settings, Predicate<String> nameable) {
    this.settings = settings;
    this.nameable = nameable;
  }

  /** The scopes that the challenge names, those of the operation first. */
  Scopes challengeScopes(Scopes required, AccessToken token, Optional<Revision> revision) {
    boolean operationAlone =
        switch (settings.challengeScopes()) {
          // Since then clients unite what they have with what the challenge names (SCOPE-2).
          case AUTO -> isSince(Revision.STATELESS, revision);
          case OPERATION -> true;
          case GRANTED_PLUS_OPERATION -> false;
        };
    if (operationAlone) {
      return required;
    }
    List<String> granted =
        token.scopes().asSet().stream()
            .filter(scope -> !scope.equals(OFFLINE_ACCESS))
            .filter(nameable)
            .toList();
    return required.union(Scopes.of(granted));
  }

  /** The call whose result is to say it; empty if a challenge does. */
  Optional<RpcMessage.Request> toldAsToolError(
      MessageReading.Asked asked, HttpRequestView request) {
    if (asked.operation().kind() != Kind.TOOL
        || !(asked.message().orElse(null) instanceof RpcMessage.Request call)
        || !call.method().equals("tools/call")) {
      return Optional.empty(); // nothing else has a result that a model reads
    }
    boolean told =
        switch (settings.insufficientScope()) {
          case CHALLENGE -> false;
          case TOOL_ERROR -> true;
          case BOTH_BY_CLIENT ->
              !isSince(Revision.STEP_UP, asked.revision()) || isListed(asked, request);
        };
    return told ? Optional.of(call) : Optional.empty();
  }

  /** What a client calls itself is good for choosing words, and for nothing else (USER-2). */
  private boolean isListed(MessageReading.Asked asked, HttpRequestView request) {
    return Stream.concat(
            asked.parameters().clientName().stream(),
            request.headers("User-Agent").stream().map(agent -> agent.split("[/ ]", 2)[0]))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(settings.toolErrorClients()::contains);
  }

  /** Who names no revision speaks an old one. */
  private static boolean isSince(Revision since, Optional<Revision> revision) {
    return revision.filter(spoken -> spoken.isSince(since)).isPresent();
  }
}
