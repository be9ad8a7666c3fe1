// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tickets, in memory: replies are gone when the application stops. */
@ApplicationScoped
public class TicketStore {

  private static final int MOST_REPLIES = 100;

  private List<Ticket> tickets =
      List.of(
          new Ticket("globex", 1, "Where is my invoice?", List.of()),
          new Ticket("globex", 2, "I was charged twice", List.of()),
          new Ticket("acme", 1, "The rocket skates do not brake", List.of()));

  synchronized List<Ticket> of(String project) {
    List<Ticket> found = tickets.stream().filter(one -> one.project().equals(project)).toList();
    if (found.isEmpty()) {
      throw new DeskException("There is no such project");
    }
    return found;
  }

  Ticket get(String project, long number) {
    return of(project).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(() -> new DeskException("There is no such ticket in this project"));
  }

  synchronized Ticket reply(String project, long number, String reply) {
    Ticket before = get(project, number);
    if (before.replies().size() == MOST_REPLIES) {
      throw new DeskException("The ticket has too many replies");
    }
    Ticket after = before.replied(reply);
    UnaryOperator<Ticket> replaced = one -> one.equals(before) ? after : one;
    tickets = tickets.stream().map(replaced).toList();
    return after;
  }
}
