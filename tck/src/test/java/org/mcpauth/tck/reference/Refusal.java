// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.io.Serial;

/** Ends the handling of a request with an answer. */
public final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  public Refusal(Answer answer) {
    super("refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
