// SPDX-License-Identifier: Apache-2.0
/**
 * Places where an application can put in code of its own. An implementation is a CDI bean; it must
 * be safe for use by several threads.
 */
@NullMarked
package org.mcpauth.spi;

import org.jspecify.annotations.NullMarked;
