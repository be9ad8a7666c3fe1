// SPDX-License-Identifier: Apache-2.0
/** The MCP endpoint as a JAX-RS resource. */
@NullMarked
package org.mcpauth.tck.app.rest;

import org.jspecify.annotations.NullMarked;
