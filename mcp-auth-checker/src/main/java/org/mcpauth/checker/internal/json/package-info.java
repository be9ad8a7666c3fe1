// SPDX-License-Identifier: Apache-2.0
/** JSON from a stranger. */
@NullMarked
package org.mcpauth.checker.internal.json;

import org.jspecify.annotations.NullMarked;
