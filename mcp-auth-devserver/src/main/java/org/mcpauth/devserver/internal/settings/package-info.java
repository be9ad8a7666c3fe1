// SPDX-License-Identifier: Apache-2.0
/** The immutable settings of one server. */
@NullMarked
package org.mcpauth.devserver.internal.settings;

import org.jspecify.annotations.NullMarked;
