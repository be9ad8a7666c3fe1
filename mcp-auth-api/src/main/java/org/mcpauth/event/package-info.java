// SPDX-License-Identifier: Apache-2.0
/**
 * CDI events for every decision. Observe {@link org.mcpauth.event.AuthorizationEvent} for all of
 * them, or one of its kinds.
 */
@NullMarked
package org.mcpauth.event;

import org.jspecify.annotations.NullMarked;
