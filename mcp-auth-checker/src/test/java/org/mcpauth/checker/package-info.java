// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.checker;

import org.jspecify.annotations.NullMarked;
