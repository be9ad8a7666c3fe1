// SPDX-License-Identifier: Apache-2.0
/** The one place that writes {@code WWW-Authenticate} challenges (RFC 6750 §3, RFC 9728 §5). */
@NullMarked
package org.mcpauth.internal.challenge;

import org.jspecify.annotations.NullMarked;
