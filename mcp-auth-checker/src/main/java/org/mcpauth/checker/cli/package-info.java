// SPDX-License-Identifier: Apache-2.0
/** The command line: {@code java -jar mcp-auth-checker.jar check}. */
@NullMarked
package org.mcpauth.checker.cli;

import org.jspecify.annotations.NullMarked;
