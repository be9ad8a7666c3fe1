// SPDX-License-Identifier: Apache-2.0
/** Signing keys: generation, rotation, publication and the signatures made with them. */
@NullMarked
package org.mcpauth.devserver.internal.keys;

import org.jspecify.annotations.NullMarked;
