// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.samples.tickets;

import org.jspecify.annotations.NullMarked;
