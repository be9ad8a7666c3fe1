// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import org.mcpauth.TokenExchange;

/**
 * A service that is called on behalf of the caller.
 *
 * @param url {@code mcp.auth.token-exchange.targets.<name>.url}: where it is, without a query
 * @param target what a token for it is asked for
 */
public record ExchangeTarget(URI url, TokenExchange.Target target) {}
