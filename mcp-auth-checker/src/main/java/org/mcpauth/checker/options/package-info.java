// SPDX-License-Identifier: Apache-2.0
/** What a check may do, and with which limits. */
@NullMarked
package org.mcpauth.checker.options;

import org.jspecify.annotations.NullMarked;
