// SPDX-License-Identifier: Apache-2.0
/**
 * Starts a sample: the development authorization server in this JVM and the packaged application on
 * Payara Micro beside it, on loopback only.
 */
@NullMarked
package org.mcpauth.samples.launcher;

import org.jspecify.annotations.NullMarked;
