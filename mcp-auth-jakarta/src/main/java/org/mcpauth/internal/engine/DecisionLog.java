// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.mcpauth.internal.rpc.HeaderLookup;

/** Tells about the decisions on requests to one resource. Thread-safe. */
final class DecisionLog {

  private final URI resource;
  private final DecisionRecorder recorder;
  private final Clock clock;
  private final LongSupplier ticker;

  DecisionLog(URI resource, DecisionRecorder recorder, Clock clock, LongSupplier ticker) {
    this.resource = resource;
    this.recorder = recorder;
    this.clock = clock;
    this.ticker = ticker;
  }

  /** For a request that has just come. */
  RequestLog of(HeaderLookup request) {
    return of(CorrelationId.of(request));
  }

  /** For a request of which some decisions have been told. */
  RequestLog of(String correlationId) {
    return new RequestLog(resource, correlationId, recorder, clock, ticker);
  }
}
