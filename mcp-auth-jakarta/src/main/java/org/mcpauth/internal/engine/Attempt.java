// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import org.mcpauth.internal.challenge.Scheme;

/**
 * A request to the protected endpoint, and what is known about it from the beginning.
 *
 * @param request the request
 * @param log where decisions about it are told
 * @param used the scheme under which the token came, on which errors are told
 * @param metadata where the metadata is
 */
record Attempt(HttpRequestView request, RequestLog log, Scheme used, URI metadata) {}
