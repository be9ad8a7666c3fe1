// SPDX-License-Identifier: Apache-2.0
/** How the TCK gets at the library. */
@NullMarked
package org.mcpauth.tck.porting;

import org.jspecify.annotations.NullMarked;
