// SPDX-License-Identifier: Apache-2.0
/**
 * A list of notes that all callers share: what an application looks like that leaves HTTP and OAuth
 * to the library.
 */
@NullMarked
package org.mcpauth.samples.notes;

import org.jspecify.annotations.NullMarked;
