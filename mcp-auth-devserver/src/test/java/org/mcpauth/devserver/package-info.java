// SPDX-License-Identifier: Apache-2.0
/** Whole flows over real HTTP. */
@NullMarked
package org.mcpauth.devserver;

import org.jspecify.annotations.NullMarked;
