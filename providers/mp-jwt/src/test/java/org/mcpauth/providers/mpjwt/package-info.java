// SPDX-License-Identifier: Apache-2.0
/** Tokens that the MicroProfile JWT of a server has verified. */
@NullMarked
package org.mcpauth.providers.mpjwt;

import org.jspecify.annotations.NullMarked;
