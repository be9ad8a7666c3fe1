// SPDX-License-Identifier: Apache-2.0
/** Tokens for other services, issued in exchange for the caller's (RFC 8693). */
@NullMarked
package org.mcpauth.internal.exchange;

import org.jspecify.annotations.NullMarked;
