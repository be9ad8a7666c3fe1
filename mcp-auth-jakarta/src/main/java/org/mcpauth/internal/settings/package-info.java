// SPDX-License-Identifier: Apache-2.0
/** The configuration, read once, checked and immutable. */
@NullMarked
package org.mcpauth.internal.settings;

import org.jspecify.annotations.NullMarked;
