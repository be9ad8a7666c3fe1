// SPDX-License-Identifier: Apache-2.0
/** Requests with limits on time and size. */
@NullMarked
package org.mcpauth.checker.internal.http;

import org.jspecify.annotations.NullMarked;
