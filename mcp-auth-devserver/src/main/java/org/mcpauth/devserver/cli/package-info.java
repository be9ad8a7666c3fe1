// SPDX-License-Identifier: Apache-2.0
/** The command line: {@code java -jar mcp-auth-devserver-standalone.jar}. */
@NullMarked
package org.mcpauth.devserver.cli;

import org.jspecify.annotations.NullMarked;
