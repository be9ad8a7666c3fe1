// SPDX-License-Identifier: Apache-2.0
/** What is known of an authorization server: its metadata and its keys. */
@NullMarked
package org.mcpauth.internal.issuer;

import org.jspecify.annotations.NullMarked;
