// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.checker.cli;

import org.jspecify.annotations.NullMarked;
