// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.tck.matrix;

import org.jspecify.annotations.NullMarked;
