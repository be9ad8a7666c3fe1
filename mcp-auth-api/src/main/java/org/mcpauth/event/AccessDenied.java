// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.event;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;

/**
 * A request was refused and does not reach the MCP server; or, where there is no operation, the
 * invocation of a guarded method was refused by the interceptor.
 *
 * @param time when
 * @param resource the protected resource that was asked
 * @param correlationId what all events of one request have in common
 * @param reason why
 * @param detail why, in words; without any part of a token
 * @param required the scopes that the operation needs; empty unless the reason is {@link
 *     Reason#INSUFFICIENT_SCOPE} or {@link Reason#INSUFFICIENT_USER_AUTHENTICATION}
 * @param operation what the request asks for; null if it was refused before that was known
 * @param token the verified token; null if there is none
 */
public record AccessDenied(
    Instant time,
    URI resource,
    String correlationId,
    Reason reason,
    String detail,
    Scopes required,
    @Nullable McpOperation operation,
    @Nullable AccessToken token)
    implements AuthorizationEvent {

  /** Why a request was refused, and what the client was told. */
  public enum Reason {
    /** {@code 401} without an error code: no access token came. */
    NO_CREDENTIALS,
    /** {@code 401 invalid_token}: the access token is not valid here. */
    INVALID_TOKEN,
    /** {@code 403 insufficient_scope}: the access token lacks a scope. */
    INSUFFICIENT_SCOPE,
    /**
     * {@code 401 insufficient_user_authentication}: the user has to be authenticated otherwise, or
     * again (RFC 9470).
     */
    INSUFFICIENT_USER_AUTHENTICATION,
    /** {@code 403} without a challenge: the operation is closed, or the caller lacks its roles. */
    FORBIDDEN,
    /** {@code 403}: the {@code Origin} or {@code Host} is not an allowed one. */
    FORBIDDEN_ORIGIN,
    /** {@code 404}: the session is not one that this caller opened. */
    SESSION_NOT_FOUND,
    /** {@code 400}, {@code 413} or {@code 415}: the request is malformed or too large. */
    INVALID_REQUEST,
    /** {@code 503}: the authorization server could not be asked. */
    UNAVAILABLE,
    /** {@code 500}: something unexpected happened while deciding. */
    INTERNAL_ERROR
  }
}
