// SPDX-License-Identifier: Apache-2.0
/** What metadata has to say. */
@NullMarked
package org.mcpauth.checker.internal.checks;

import org.jspecify.annotations.NullMarked;
