// SPDX-License-Identifier: Apache-2.0
/** What operators see of decisions: the audit trail, metrics and traces. */
@NullMarked
package org.mcpauth.internal.telemetry;

import org.jspecify.annotations.NullMarked;
