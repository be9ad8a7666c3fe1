// SPDX-License-Identifier: Apache-2.0
/** The same application with and without protection, under load. */
@NullMarked
package org.mcpauth.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
