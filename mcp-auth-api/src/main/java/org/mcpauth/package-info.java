// SPDX-License-Identifier: Apache-2.0
/**
 * What an MCP server on Jakarta EE compiles against to be an OAuth 2.1 protected resource.
 *
 * <p>{@link org.mcpauth.RequiresScope} declares what an operation needs, {@link
 * org.mcpauth.AccessToken} is the verified token of the caller, and {@link
 * org.mcpauth.McpAuthConfigNames} lists every configuration key. Everything in this package is part
 * of the public API. No parameter and no return value is null unless marked {@code @Nullable}.
 */
@NullMarked
package org.mcpauth;

import org.jspecify.annotations.NullMarked;
