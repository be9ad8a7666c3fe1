// SPDX-License-Identifier: Apache-2.0
/**
 * A support desk: who may do what by role, by scope, by argument and by how the user logged in, and
 * another service that is called on behalf of the user.
 */
@NullMarked
package org.mcpauth.samples.tickets;

import org.jspecify.annotations.NullMarked;
