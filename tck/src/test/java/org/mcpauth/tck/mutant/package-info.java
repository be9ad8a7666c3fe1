// SPDX-License-Identifier: Apache-2.0
/** Deliberately wrong servers: every assertion has to catch one that no other assertion catches. */
@NullMarked
package org.mcpauth.tck.mutant;

import org.jspecify.annotations.NullMarked;
