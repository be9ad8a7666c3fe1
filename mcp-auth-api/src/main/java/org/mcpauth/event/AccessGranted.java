// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.event;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;

/**
 * A request goes on to the MCP server.
 *
 * @param time when
 * @param resource the protected resource that was asked
 * @param correlationId what all events of one request have in common
 * @param operation what the request asks for
 * @param token the verified token; null if the operation is open to anonymous callers and none came
 */
public record AccessGranted(
    Instant time,
    URI resource,
    String correlationId,
    McpOperation operation,
    @Nullable AccessToken token)
    implements AuthorizationEvent {}
