// SPDX-License-Identifier: Apache-2.0
/** The assertions, one interface for each topic. */
@NullMarked
package org.mcpauth.tck.assertions;

import org.jspecify.annotations.NullMarked;
