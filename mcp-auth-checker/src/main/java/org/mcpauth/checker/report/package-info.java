// SPDX-License-Identifier: Apache-2.0
/** What a check says: findings, each with its clause. */
@NullMarked
package org.mcpauth.checker.report;

import org.jspecify.annotations.NullMarked;
