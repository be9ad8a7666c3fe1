// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.mcpauth.samples.tickets.companion;

import org.jspecify.annotations.NullMarked;
