// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.tck.server.Operation;

/** Who is told of what was decided. */
public class DecisionRules {

  private final AtomicInteger permitted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  public void permit(Message message) {
    permitted.incrementAndGet();
  }

  public void refuse(Answer answer) {
    refused.incrementAndGet();
  }

  /** The answer to who asks. */
  public Optional<Answer> answer(Message message) {
    return Optional.of(message)
        .filter(asked -> asked.operation().name().equals(Operation.DECISIONS.name()))
        .map(asked -> Tools.answer(asked, Tools.content(permitted + " " + refused).build()));
  }
}
