// SPDX-License-Identifier: Apache-2.0
/** Bounds and expiry. */
@NullMarked
package org.mcpauth.devserver.internal.store;

import org.jspecify.annotations.NullMarked;
