// SPDX-License-Identifier: Apache-2.0
/** Puts the reports of many runs into one table. */
@NullMarked
package org.mcpauth.tck.matrix;

import org.jspecify.annotations.NullMarked;
