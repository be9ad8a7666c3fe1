// SPDX-License-Identifier: Apache-2.0
/** A protected MCP server that does everything right, in parts that a mutant can get wrong. */
@NullMarked
package org.mcpauth.tck.reference;

import org.jspecify.annotations.NullMarked;
