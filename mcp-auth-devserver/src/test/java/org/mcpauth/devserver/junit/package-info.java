// SPDX-License-Identifier: Apache-2.0
/** The extension, used. */
@NullMarked
package org.mcpauth.devserver.junit;

import org.jspecify.annotations.NullMarked;
