// SPDX-License-Identifier: Apache-2.0
/** Clauses and assertions fit together. */
@NullMarked
package org.mcpauth.tck.clause;

import org.jspecify.annotations.NullMarked;
