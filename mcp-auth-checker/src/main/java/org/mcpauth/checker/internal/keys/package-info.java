// SPDX-License-Identifier: Apache-2.0
/** What a JWK Set has to hold. */
@NullMarked
package org.mcpauth.checker.internal.keys;

import org.jspecify.annotations.NullMarked;
