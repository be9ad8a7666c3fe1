// SPDX-License-Identifier: Apache-2.0
/** What the tests of all samples need: a running application, plain HTTP, and a shell. */
@NullMarked
package org.mcpauth.samples.testing;

import org.jspecify.annotations.NullMarked;
