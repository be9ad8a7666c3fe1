// SPDX-License-Identifier: Apache-2.0
/** The revisions of MCP that the TCK knows the clauses of. */
@NullMarked
package org.mcpauth.tck;

import org.jspecify.annotations.NullMarked;
