// SPDX-License-Identifier: Apache-2.0
/** MicroProfile REST clients. Loaded by those alone, so that it need not be there. */
@NullMarked
package org.mcpauth.internal.restclient;

import org.jspecify.annotations.NullMarked;
