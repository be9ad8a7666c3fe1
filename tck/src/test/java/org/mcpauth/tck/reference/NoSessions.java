// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Optional;

/** Whatever calls itself a session is not looked at. */
public final class NoSessions extends SessionRules {

  @Override
  public Optional<Answer> answer(Request request, Caller caller) {
    return Optional.empty();
  }

  @Override
  public Answer finish(Message message, Caller caller, Answer answer) {
    return answer;
  }
}
