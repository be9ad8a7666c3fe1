// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.IssuerReadiness.State;

/**
 * The readiness check of MicroProfile Health. Only to be touched where that is there, like the
 * classes that make a bean of it.
 */
final class IssuerHealth {

  /** Without it no other class here is touched that knows MicroProfile Health. */
  static final String NEEDED = "org.eclipse.microprofile.health.HealthCheck";

  private IssuerHealth() {}

  static HealthCheck of(Supplier<AuthorizationEngine> engine) {
    return () -> answer(engine.get().readiness().states());
  }

  private static HealthCheckResponse answer(Map<String, State> states) {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("mcp-auth")
            .status(states.values().stream().allMatch(State::isReady));
    states.forEach((issuer, state) -> answer.withData(issuer, text(state)));
    return answer.build();
  }

  private static String text(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
