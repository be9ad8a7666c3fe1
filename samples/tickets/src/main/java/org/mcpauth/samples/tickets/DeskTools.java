// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mcpauth.RequiresScope;

/** What the people of the desk do all day. Whoever is not one of them finds the door closed. */
@ApplicationScoped
@RolesAllowed("support")
public class DeskTools {

  @Inject TicketStore tickets;
  @Inject Signature signature;
  @Inject RefusedCalls refused;

  /**
   * Says when somebody is there. Needs no access token.
   *
   * @return the opening hours
   */
  @Tool(name = "opening_hours", value = "Tells when the desk is open")
  @PermitAll
  public String openingHours() {
    return "Monday to Friday, 9 to 17 h UTC";
  }

  /**
   * Lists the tickets of a project. Some projects need a scope of their own ({@link
   * ProjectScopes}).
   *
   * @param project the project
   * @return its tickets
   */
  @Tool(name = "list_tickets", value = "Lists the tickets of a project")
  @RequiresScope("tickets:read")
  public List<Ticket> listTickets(@P("acme or globex") String project) {
    return tickets.of(project);
  }

  /**
   * Replies to a ticket, signed by whoever calls.
   *
   * @param project its project
   * @param number its number
   * @param text what the desk says
   * @return the ticket with the reply
   */
  @Tool(name = "reply", value = "Replies to a ticket")
  @RequiresScope("tickets:write")
  public Ticket reply(
      @P("acme or globex") String project,
      @P("The number of the ticket") long number,
      @P("What to tell the customer") String text) {
    if (text.isBlank() || text.length() > 2000) {
      throw new DeskException("A reply has 1 to 2000 characters");
    }
    return tickets.reply(project, number, text + "\n-- \n" + signature.text());
  }

  /**
   * Tells what was refused of late. A method's role replaces that of its class.
   *
   * @return the refusals, oldest first
   */
  @Tool(name = "refused_calls", value = "Lists the latest calls that were refused, and why")
  @RolesAllowed("supervisor")
  public List<String> refusedCalls() {
    return refused.latest();
  }

  /** Closed to everybody: tickets have to be kept for ten years. */
  @Tool(name = "delete_tickets", value = "Deletes all tickets")
  @DenyAll
  public void deleteTickets() {
    throw new DeskException("Tickets have to be kept");
  }
}
