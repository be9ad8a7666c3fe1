// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.event;

import java.net.URI;
import java.time.Instant;

/**
 * A token was presented and refused; the client got {@code 401 invalid_token}.
 *
 * @param time when
 * @param resource the protected resource that was asked
 * @param correlationId what all events of one request have in common
 * @param reason why, without any part of the token
 */
public record TokenRejected(Instant time, URI resource, String correlationId, String reason)
    implements AuthorizationEvent {}
