// SPDX-License-Identifier: Apache-2.0
/** The numbered catalogue of everything the library says: log lines and error messages. */
@NullMarked
package org.mcpauth.internal.log;

import org.jspecify.annotations.NullMarked;
