// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.client;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.mcpauth.AuthorizationException;
import org.mcpauth.ExchangedToken;
import org.mcpauth.TokenExchange;

/**
 * Sends requests on behalf of the caller: with a token that is for the service to which they go,
 * issued in exchange for the caller's (<a href="https://www.rfc-editor.org/rfc/rfc8693">RFC
 * 8693</a>). An {@code Authorization} header that is there already is replaced.
 *
 * <p>On a MicroProfile REST client:
 *
 * <pre>{@code
 * @RegisterRestClient(baseUri = "https://calendar.example.com/api")
 * @RegisterProvider(OnBehalfOfFilter.class)
 * interface Calendar {
 *   @GET List<Entry> entries();
 * }
 * }</pre>
 *
 * <p>On a JAX-RS client: {@code client.register(OnBehalfOfFilter.class)}. Which token a service
 * gets is configured with {@code mcp.auth.token-exchange.targets.<name>.…}; a request to a URL for
 * which nothing is configured is not sent. Instances have no state and are safe for use by several
 * threads.
 */
@Priority(Priorities.AUTHENTICATION)
public final class OnBehalfOfFilter implements ClientRequestFilter {

  /** Made by the JAX-RS implementation. */
  public OnBehalfOfFilter() {}

  /**
   * Puts an exchanged token on a request.
   *
   * @param request the request
   * @throws AuthorizationException as {@link TokenExchange#exchangeFor} does; the request is not
   *     sent then. JAX-RS clients wrap it in a {@code ProcessingException}
   */
  @Override
  public void filter(ClientRequestContext request) {
    ExchangedToken token =
        CDI.current().select(TokenExchange.class).get().exchangeFor(request.getUri());
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
  }
}
