// SPDX-License-Identifier: Apache-2.0
/**
 * The one reader of JSON-RPC messages: bounded, strict, and compared with the headers that mirror
 * them.
 */
@NullMarked
package org.mcpauth.internal.rpc;

import org.jspecify.annotations.NullMarked;
