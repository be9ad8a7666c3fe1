// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.time.Duration;
import org.mcpauth.event.AuthorizationEvent;

/** Is told about every decision, on the thread of the request. An implementation is thread-safe. */
@FunctionalInterface
public interface DecisionRecorder {

  /**
   * Records a decision before it takes effect.
   *
   * @param event what was decided
   * @param took how long it took up to here
   * @throws RuntimeException if it could not be recorded; the request is refused then
   */
  void record(AuthorizationEvent event, Duration took);
}
