// SPDX-License-Identifier: Apache-2.0
/** Requests to authorization servers, bounded in time, size and reach. */
@NullMarked
package org.mcpauth.internal.http;

import org.jspecify.annotations.NullMarked;
