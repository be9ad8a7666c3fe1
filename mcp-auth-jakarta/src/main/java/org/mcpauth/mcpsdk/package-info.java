// SPDX-License-Identifier: Apache-2.0
/**
 * The caller for servers that are built with the MCP Java SDK, whose handlers run on threads of
 * their own. Public API, as {@code org.mcpauth}; needs {@code io.modelcontextprotocol.sdk:mcp-core}
 * from the application.
 */
@NullMarked
package org.mcpauth.mcpsdk;

import org.jspecify.annotations.NullMarked;
