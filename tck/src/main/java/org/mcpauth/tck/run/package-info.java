// SPDX-License-Identifier: Apache-2.0
/**
 * What an assertion is, and how JUnit runs it: once for each revision, with the outcome collected.
 */
@NullMarked
package org.mcpauth.tck.run;

import org.jspecify.annotations.NullMarked;
