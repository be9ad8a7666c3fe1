// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP front: loopback sockets, bounded requests, routing, CORS, recording and faults. It knows
 * nothing of OAuth.
 */
@NullMarked
package org.mcpauth.devserver.internal.http;

import org.jspecify.annotations.NullMarked;
