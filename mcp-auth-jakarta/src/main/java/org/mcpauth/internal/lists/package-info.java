// SPDX-License-Identifier: Apache-2.0
/**
 * What callers get to see of the operations of a server: lists are filtered on their way out, and
 * what is hidden is answered like what does not exist. Pure transformations; who may see what is
 * decided elsewhere.
 */
@NullMarked
package org.mcpauth.internal.lists;

import org.jspecify.annotations.NullMarked;
