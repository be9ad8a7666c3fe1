// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.event;

import java.net.URI;
import java.time.Instant;

/**
 * A decision that was taken about a request to a protected MCP endpoint.
 *
 * <pre>{@code
 * void audit(@Observes AccessDenied denied) { ... }
 * }</pre>
 *
 * <p>Fired synchronously, on the request's thread, after the decision and before its effect. An
 * observer that throws turns the decision into a denial: what could not be recorded does not
 * happen. Events carry no token text.
 *
 * <p>Kinds of events, their components and the reasons of a denial may be added: a {@code switch}
 * over them wants a {@code default}.
 */
public sealed interface AuthorizationEvent
    permits TokenAccepted, TokenRejected, AccessGranted, AccessDenied {

  /**
   * When the decision was taken.
   *
   * @return the time
   */
  Instant time();

  /**
   * The protected resource that was asked.
   *
   * @return its resource identifier (RFC 9728 §1.2), as configured in {@code mcp.auth.resource}
   */
  URI resource();

  /**
   * What all events of one request have in common: the trace-id of its {@code traceparent} header
   * (W3C Trace Context §3.2.2.3) if it has a valid one, otherwise a random number. It comes from
   * the client, so it finds events of one request and proves nothing.
   *
   * @return 32 lower-case hexadecimal digits
   */
  String correlationId();
}
