// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of the library, each beside its floor, and their runner. */
@NullMarked
package org.mcpauth.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
