// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/**
 * Notes decisions on the current span. Nothing about the user: traces are kept where people have no
 * business to know. Only to be touched where there is an OpenTelemetry API.
 */
final class DecisionSpan {

  static final AttributeKey<String> DECISION = AttributeKey.stringKey("mcp.auth.decision");
  static final AttributeKey<String> REASON = AttributeKey.stringKey("mcp.auth.reason");

  private static final AttributeKey<String> CORRELATION_ID =
      AttributeKey.stringKey("mcp.auth.correlation_id");

  private DecisionSpan() {}

  static void note(Decided decided, String correlationId) {
    Span span = note(decided.decision(), correlationId);
    if (decided.reason() != null) {
      span.setAttribute(REASON, decided.reason());
    }
  }

  /**
   * Notes that the request was let through, on a span that began after that was decided.
   *
   * @param correlationId what all events of the request have in common
   */
  static void noteGranted(String correlationId) {
    note(Decided.GRANTED, correlationId);
  }

  private static Span note(String decision, String correlationId) {
    return Span.current()
        .setAttribute(DECISION, decision)
        .setAttribute(CORRELATION_ID, correlationId);
  }
}
