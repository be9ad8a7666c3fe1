// SPDX-License-Identifier: Apache-2.0
/** The application that is deployed: it uses MicroProfile JWT itself. */
@NullMarked
package org.mcpauth.providers.mpjwt.app;

import org.jspecify.annotations.NullMarked;
