// SPDX-License-Identifier: Apache-2.0
/**
 * What is beside the support desk while it runs as a sample: the payment service that it calls on
 * behalf of its users, these users, and what the authorization server says about them.
 */
@NullMarked
package org.mcpauth.samples.tickets.companion;

import org.jspecify.annotations.NullMarked;
