// SPDX-License-Identifier: Apache-2.0
/** Writes the outcome as HTML, JSON and JUnit XML. */
@NullMarked
package org.mcpauth.tck.report;

import org.jspecify.annotations.NullMarked;
