// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.GenericType;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mcpauth.client.OnBehalfOfFilter;
import org.mcpauth.client.TokenForwardingGuard;

/**
 * The payment service, called on behalf of whoever calls the desk: the filter exchanges the
 * caller's token for one that is for this service alone (RFC 8693). Payments knows who ordered
 * what, and cannot use the token at the desk.
 */
@ApplicationScoped
public class Payments {

  private static final long TIMEOUT_SECONDS = 5;

  /** The same key that says for where tokens are exchanged. */
  @Inject
  @ConfigProperty(name = "mcp.auth.token-exchange.targets.payments.url")
  URI url;

  private final Client client =
      ClientBuilder.newBuilder()
          .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .register(OnBehalfOfFilter.class)
          .register(TokenForwardingGuard.class)
          .build();

  @PreDestroy
  void close() {
    client.close();
  }

  Map<String, Object> refund(String reference, long cents) {
    try {
      return client
          .target(url)
          .path("refunds")
          .request("application/json")
          .post(
              Entity.json(Map.of("reference", reference, "cents", cents)), new GenericType<>() {});
    } catch (ProcessingException | WebApplicationException e) {
      throw new DeskException("The payment service did not take the order; nothing was refunded");
    }
  }
}
