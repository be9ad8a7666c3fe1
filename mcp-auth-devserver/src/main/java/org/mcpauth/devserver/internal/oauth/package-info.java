// SPDX-License-Identifier: Apache-2.0
/** The OAuth 2.1 endpoints. */
@NullMarked
package org.mcpauth.devserver.internal.oauth;

import org.jspecify.annotations.NullMarked;
