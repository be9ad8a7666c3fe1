// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

/**
 * The answer to a GET request.
 *
 * @param status the HTTP status
 * @param body the body, no larger than the configured limit
 */
public record FetchedDocument(int status, String body) {}
