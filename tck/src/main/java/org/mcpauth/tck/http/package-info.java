// SPDX-License-Identifier: Apache-2.0
/** Requests as raw as a hostile client sends them, and the replies to them. */
@NullMarked
package org.mcpauth.tck.http;

import org.jspecify.annotations.NullMarked;
