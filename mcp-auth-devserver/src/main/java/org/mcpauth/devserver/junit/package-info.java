// SPDX-License-Identifier: Apache-2.0
/** The JUnit 5 extension that gives a test class its own authorization server. */
@NullMarked
package org.mcpauth.devserver.junit;

import org.jspecify.annotations.NullMarked;
