// SPDX-License-Identifier: Apache-2.0
/** Classes that must not be deployed, each for one reason, and one that may. */
@NullMarked
package org.mcpauth.tck.app.faulty;

import org.jspecify.annotations.NullMarked;
