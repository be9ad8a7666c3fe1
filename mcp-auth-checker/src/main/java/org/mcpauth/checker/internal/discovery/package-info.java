// SPDX-License-Identifier: Apache-2.0
/** Where the metadata of an issuer is, and what is in it. */
@NullMarked
package org.mcpauth.checker.internal.discovery;

import org.jspecify.annotations.NullMarked;
