// SPDX-License-Identifier: Apache-2.0
/**
 * Calling other services from an MCP server, with JAX-RS and MicroProfile REST clients: on behalf
 * of the caller, and never with the caller's own token.
 *
 * <p>What the classes here do is done by beans of {@code mcp-auth-jakarta}, which they find through
 * CDI.
 */
@NullMarked
package org.mcpauth.client;

import org.jspecify.annotations.NullMarked;
