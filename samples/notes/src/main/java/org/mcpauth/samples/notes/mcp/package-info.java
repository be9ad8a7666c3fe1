// SPDX-License-Identifier: Apache-2.0
/** How the notes are offered over MCP, with the official MCP Java SDK. */
@NullMarked
package org.mcpauth.samples.notes.mcp;

import org.jspecify.annotations.NullMarked;
