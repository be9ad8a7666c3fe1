// SPDX-License-Identifier: Apache-2.0
/** The JAX-RS binding. Adapts requests and answers; holds no policy. */
@NullMarked
package org.mcpauth.internal.rest;

import org.jspecify.annotations.NullMarked;
