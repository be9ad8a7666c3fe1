// SPDX-License-Identifier: Apache-2.0
/** Bounded in-memory state with an expiry. */
@NullMarked
package org.mcpauth.devserver.internal.store;

import org.jspecify.annotations.NullMarked;
