// SPDX-License-Identifier: Apache-2.0
/** The application that the TCK deploys on a Jakarta EE server: tool beans behind two endpoints. */
@NullMarked
package org.mcpauth.tck.app;

import org.jspecify.annotations.NullMarked;
