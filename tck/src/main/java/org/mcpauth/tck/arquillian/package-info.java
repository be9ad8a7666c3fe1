// SPDX-License-Identifier: Apache-2.0
/** Runs the assertions against a Jakarta EE server that Arquillian starts. */
@NullMarked
package org.mcpauth.tck.arquillian;

import org.jspecify.annotations.NullMarked;
