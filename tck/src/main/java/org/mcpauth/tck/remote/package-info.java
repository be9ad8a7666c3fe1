// SPDX-License-Identifier: Apache-2.0
/** Runs the assertions against any server that is running already, in any language. */
@NullMarked
package org.mcpauth.tck.remote;

import org.jspecify.annotations.NullMarked;
