// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.Set;

/**
 * What a caller is told that lacks a scope.
 *
 * @param challengeScopes {@code mcp.auth.challenge-scopes}
 * @param insufficientScope {@code mcp.auth.insufficient-scope}
 * @param toolErrorClients {@code mcp.auth.tool-error-clients}, in lower case
 */
public record StepUp(
    ChallengeScopes challengeScopes,
    InsufficientScope insufficientScope,
    Set<String> toolErrorClients) {

  /** Copies the set. */
  public StepUp {
    toolErrorClients = Set.copyOf(toolErrorClients);
  }

  /** Which scopes the challenge names. */
  public enum ChallengeScopes {
    /** As the revision of MCP wants it that the request speaks. */
    AUTO,
    /** Those of the operation (MCP 2026-07-28: clients unite them with what they have). */
    OPERATION,
    /** And those of the token (for clients that ask for what the challenge names and no more). */
    GRANTED_PLUS_OPERATION
  }

  /** In which form a caller is told. */
  public enum InsufficientScope {
    /** {@code 403} with a challenge. */
    CHALLENGE,
    /** The result of the tool says it, to the model. */
    TOOL_ERROR,
    /** The one or the other, by what the client can do. */
    BOTH_BY_CLIENT
  }
}
