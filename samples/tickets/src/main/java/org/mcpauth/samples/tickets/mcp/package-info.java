// SPDX-License-Identifier: Apache-2.0
/** How the desk is offered over MCP, with the stateless servlet of the official MCP Java SDK. */
@NullMarked
package org.mcpauth.samples.tickets.mcp;

import org.jspecify.annotations.NullMarked;
