// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.RequiresScope;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;

/** The tool of the fixture contract that knows what was decided. */
@ApplicationScoped
public class DecisionTools {

  static final String DECISIONS = "test_decisions";

  private final AtomicInteger granted = new AtomicInteger();
  private final AtomicInteger denied = new AtomicInteger();

  /** Made by the container. */
  public DecisionTools() {}

  void count(@Observes AccessGranted event) {
    granted.incrementAndGet();
  }

  void count(@Observes AccessDenied event) {
    denied.incrementAndGet();
  }

  /**
   * Says how many requests were let in, and how many were not.
   *
   * @return two numbers
   */
  @RequiresScope(
      value = {},
      tool = DECISIONS)
  public String decisions() {
    return granted + " " + denied;
  }
}
