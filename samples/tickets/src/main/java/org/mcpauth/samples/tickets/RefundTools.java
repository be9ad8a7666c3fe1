// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;

/** Gives money back: only to whoever proved a moment ago, with a second factor, who she is. */
@ApplicationScoped
@RolesAllowed("support")
public class RefundTools {

  private static final long MOST_CENTS = 100_00;

  @Inject TicketStore tickets;
  @Inject Payments payments;

  /**
   * Refunds a customer.
   *
   * @param project the project of the ticket
   * @param number the number of the ticket
   * @param cents how much
   * @return the receipt of the payment service
   */
  @Tool(name = "refund", value = "Refunds the customer of a ticket, 100 euros at most")
  @RequiresScope("tickets:refund")
  @RequiresAuthentication(acr = "urn:example:mfa", maxAge = 300)
  public Map<String, Object> refund(
      @P("acme or globex") String project,
      @P("The number of the ticket") long number,
      @P("How many euro cents") long cents) {
    if (cents < 1 || cents > MOST_CENTS) {
      throw new DeskException("A refund is between 1 and " + MOST_CENTS + " cents");
    }
    Ticket ticket = tickets.get(project, number);
    return payments.refund(ticket.project() + "-" + ticket.number(), cents);
  }
}
