// SPDX-License-Identifier: Apache-2.0
/** What ties the engine to CDI: extensions, producers, the interceptor, events. */
@NullMarked
package org.mcpauth.internal.cdi;

import org.jspecify.annotations.NullMarked;
