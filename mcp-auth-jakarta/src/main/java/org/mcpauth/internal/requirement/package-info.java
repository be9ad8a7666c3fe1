// SPDX-License-Identifier: Apache-2.0
/** What an operation requires, from annotations and configuration, in one immutable registry. */
@NullMarked
package org.mcpauth.internal.requirement;

import org.jspecify.annotations.NullMarked;
