// SPDX-License-Identifier: Apache-2.0
/** The Servlet binding. Adapts requests and answers; holds no policy. */
@NullMarked
package org.mcpauth.internal.servlet;

import org.jspecify.annotations.NullMarked;
