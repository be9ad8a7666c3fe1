// SPDX-License-Identifier: Apache-2.0
/**
 * From the text of a token to a verified {@link org.mcpauth.AccessToken}: extraction, keys,
 * signatures, claims, cache.
 */
@NullMarked
package org.mcpauth.internal.token;

import org.jspecify.annotations.NullMarked;
