// SPDX-License-Identifier: Apache-2.0
/** The command line, used. */
@NullMarked
package org.mcpauth.devserver.cli;

import org.jspecify.annotations.NullMarked;
