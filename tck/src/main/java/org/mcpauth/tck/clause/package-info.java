// SPDX-License-Identifier: Apache-2.0
/** What the specifications say, clause by clause, and which assertion checks it. */
@NullMarked
package org.mcpauth.tck.clause;

import org.jspecify.annotations.NullMarked;
