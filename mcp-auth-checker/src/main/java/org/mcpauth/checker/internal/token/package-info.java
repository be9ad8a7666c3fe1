// SPDX-License-Identifier: Apache-2.0
/** What an access token has to say. */
@NullMarked
package org.mcpauth.checker.internal.token;

import org.jspecify.annotations.NullMarked;
