// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a customer asks.
 *
 * @param project the project that it is about
 * @param number its number within the project
 * @param question what the customer asks
 * @param replies what the desk said, oldest first
 */
public record Ticket(String project, long number, String question, List<String> replies) {

  /** Copies the list. */
  public Ticket {
    replies = List.copyOf(replies);
  }

  Ticket replied(String reply) {
    return new Ticket(
        project, number, question, Stream.concat(replies.stream(), Stream.of(reply)).toList());
  }
}
