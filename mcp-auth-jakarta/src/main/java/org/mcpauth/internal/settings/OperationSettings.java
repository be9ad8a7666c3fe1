// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

/**
 * What the configuration says about one operation, {@code mcp.auth.tools."<name>".…} and its like.
 *
 * @param operation the operation; its name may be a pattern
 * @param policy {@code policy}; empty if it is not set
 * @param scopes {@code scopes}
 * @param match {@code scopes-match}
 * @param roles {@code roles}
 * @param acrValues {@code acr-values}, in the order of preference
 * @param maxAge {@code max-age}
 */
public record OperationSettings(
    McpOperation operation,
    Optional<DefaultPolicy> policy,
    Scopes scopes,
    Match match,
    Set<String> roles,
    List<String> acrValues,
    Optional<Duration> maxAge) {

  /** Copies the collections. */
  public OperationSettings {
    roles = Set.copyOf(roles);
    acrValues = List.copyOf(acrValues);
  }
}
