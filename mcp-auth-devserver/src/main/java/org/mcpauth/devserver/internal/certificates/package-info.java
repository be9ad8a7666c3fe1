// SPDX-License-Identifier: Apache-2.0
/** Self-signed certificates, which the JDK can read but not write. */
@NullMarked
package org.mcpauth.devserver.internal.certificates;

import org.jspecify.annotations.NullMarked;
