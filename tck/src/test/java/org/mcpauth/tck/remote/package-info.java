// SPDX-License-Identifier: Apache-2.0
/** The command line measures what it is told to, and says what came of it. */
@NullMarked
package org.mcpauth.tck.remote;

import org.jspecify.annotations.NullMarked;
