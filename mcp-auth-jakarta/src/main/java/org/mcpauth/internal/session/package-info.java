// SPDX-License-Identifier: Apache-2.0
/** Sessions of MCP before 2026-07-28, bound to the callers that opened them. */
@NullMarked
package org.mcpauth.internal.session;

import org.jspecify.annotations.NullMarked;
