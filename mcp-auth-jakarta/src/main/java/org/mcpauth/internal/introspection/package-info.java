// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens that somebody else has to be asked about (RFC 7662), and how this resource authenticates
 * itself to them; and the users of tokens (OpenID Connect Core §5.3).
 */
@NullMarked
package org.mcpauth.internal.introspection;

import org.jspecify.annotations.NullMarked;
