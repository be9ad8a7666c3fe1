// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.samples.launcher;

import org.jspecify.annotations.NullMarked;
