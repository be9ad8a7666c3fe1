// SPDX-License-Identifier: Apache-2.0
/** Finds out what an authorization server lacks for MCP. */
@NullMarked
package org.mcpauth.checker;

import org.jspecify.annotations.NullMarked;
