// SPDX-License-Identifier: Apache-2.0
/** The protected resource metadata (RFC 9728) and where it is found. */
@NullMarked
package org.mcpauth.internal.metadata;

import org.jspecify.annotations.NullMarked;
