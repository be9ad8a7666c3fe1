// SPDX-License-Identifier: Apache-2.0
/** Results as Markdown. */
@NullMarked
package org.mcpauth.benchmarks.report;

import org.jspecify.annotations.NullMarked;
