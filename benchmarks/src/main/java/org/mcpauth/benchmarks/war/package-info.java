// SPDX-License-Identifier: Apache-2.0
/** The application of the end-to-end benchmark. */
@NullMarked
package org.mcpauth.benchmarks.war;

import org.jspecify.annotations.NullMarked;
