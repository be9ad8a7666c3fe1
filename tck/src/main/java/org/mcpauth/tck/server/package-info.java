// SPDX-License-Identifier: Apache-2.0
/** The server under test, its tokens and the operations of the fixture contract. */
@NullMarked
package org.mcpauth.tck.server;

import org.jspecify.annotations.NullMarked;
