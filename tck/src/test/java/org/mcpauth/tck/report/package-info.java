// SPDX-License-Identifier: Apache-2.0
/** Reports say what came of a run, and no more than that. */
@NullMarked
package org.mcpauth.tck.report;

import org.jspecify.annotations.NullMarked;
