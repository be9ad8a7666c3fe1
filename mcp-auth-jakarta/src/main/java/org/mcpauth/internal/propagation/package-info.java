// SPDX-License-Identifier: Apache-2.0
/** The caller as a context of MicroProfile Context Propagation, where the server has that. */
@NullMarked
package org.mcpauth.internal.propagation;

import org.jspecify.annotations.NullMarked;
