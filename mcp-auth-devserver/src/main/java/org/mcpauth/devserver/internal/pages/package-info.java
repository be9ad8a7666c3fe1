// SPDX-License-Identifier: Apache-2.0
/** Server-side HTML without JavaScript. */
@NullMarked
package org.mcpauth.devserver.internal.pages;

import org.jspecify.annotations.NullMarked;
