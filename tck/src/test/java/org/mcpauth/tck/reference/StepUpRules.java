// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.server.Operation;

/** Which operation needs which authentication of the user (RFC 9470). */
public class StepUpRules {

  private final Clock clock = Clock.systemUTC();

  /** What a challenge names if the authentication is not sufficient; empty if it is. */
  public Map<String, String> lacking(Operation operation, Caller caller) {
    if (isNamed(operation, Operation.STRONG_LOGIN) && !isStrong(caller.claims().get("acr"))) {
      return Map.of("acr_values", Operation.STRONG_ACR);
    }
    if (isNamed(operation, Operation.RECENT_LOGIN) && !isRecent(caller.claims())) {
      return Map.of("max_age", String.valueOf(Operation.RECENT_SECONDS));
    }
    return Map.of();
  }

  private static boolean isNamed(Operation operation, Operation known) {
    return operation.method().equals(known.method()) && operation.name().equals(known.name());
  }

  public boolean isStrong(@Nullable Object acr) {
    return Operation.STRONG_ACR.equals(acr);
  }

  public boolean isRecent(Map<String, Object> claims) {
    return isRecent(claims.get("auth_time"));
  }

  protected final boolean isRecent(@Nullable Object time) {
    return time instanceof Number seconds
        && Instant.now(clock).getEpochSecond() - seconds.longValue() <= oldest();
  }

  /** In seconds. */
  public long oldest() {
    return Operation.RECENT_SECONDS;
  }
}
