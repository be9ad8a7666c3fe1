// SPDX-License-Identifier: Apache-2.0
/** The MCP endpoint as a servlet. */
@NullMarked
package org.mcpauth.tck.app.servlet;

import org.jspecify.annotations.NullMarked;
