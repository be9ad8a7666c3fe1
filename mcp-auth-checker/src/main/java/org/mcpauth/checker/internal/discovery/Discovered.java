// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.discovery;

import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Attempt.Outcome;

/**
 * What discovery found.
 *
 * @param attempts one for each location
 * @param metadata the first document
 */
public record Discovered(List<Attempt> attempts, Optional<Metadata> metadata) {

  /** Copies the list. */
  public Discovered {
    attempts = List.copyOf(attempts);
  }

  /**
   * Whether there is a server at all.
   *
   * @return true if at least one location gave an answer
   */
  public boolean isAnswered() {
    return attempts.stream().anyMatch(attempt -> attempt.outcome() != Outcome.NO_ANSWER);
  }
}
