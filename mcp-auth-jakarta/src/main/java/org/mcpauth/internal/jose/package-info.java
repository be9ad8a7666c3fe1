// SPDX-License-Identifier: Apache-2.0
/**
 * The only room that knows the JOSE library: JWTs, keys and key sets, and how tokens are
 * remembered.
 */
@NullMarked
package org.mcpauth.internal.jose;

import org.jspecify.annotations.NullMarked;
