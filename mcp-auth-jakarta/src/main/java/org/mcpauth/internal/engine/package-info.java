// SPDX-License-Identifier: Apache-2.0
/**
 * The one engine that decides about requests and invocations. Knows neither servlets nor JAX-RS nor
 * CDI.
 */
@NullMarked
package org.mcpauth.internal.engine;

import org.jspecify.annotations.NullMarked;
