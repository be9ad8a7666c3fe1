// SPDX-License-Identifier: Apache-2.0
/** How valid and hostile access tokens are put together. */
@NullMarked
package org.mcpauth.devserver.internal.mint;

import org.jspecify.annotations.NullMarked;
