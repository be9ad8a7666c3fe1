// SPDX-License-Identifier: Apache-2.0
/** The sample against a real Keycloak, set up as the guide says. */
@NullMarked
package org.mcpauth.providers.keycloak;

import org.jspecify.annotations.NullMarked;
