// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.event;

import java.net.URI;
import java.time.Instant;
import org.mcpauth.AccessToken;

/**
 * A token was found to be valid for this resource. Whether it is enough for the operation is told
 * by the {@link AccessGranted} or {@link AccessDenied} that follows.
 *
 * @param time when
 * @param resource the protected resource that was asked
 * @param correlationId what all events of one request have in common
 * @param token the verified token
 */
public record TokenAccepted(Instant time, URI resource, String correlationId, AccessToken token)
    implements AuthorizationEvent {}
