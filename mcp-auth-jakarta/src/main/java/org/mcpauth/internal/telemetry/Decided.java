// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.AuthorizationEvent;

/**
 * What a request came to, in the words of logs and metrics.
 *
 * @param decision {@code granted} or {@code denied}
 * @param reason why it was denied
 * @param operation what was asked for, if that is known
 * @param token the verified token, if there is one
 * @param required the scopes that the operation needs
 */
record Decided(
    String decision,
    @Nullable String reason,
    @Nullable McpOperation operation,
    @Nullable AccessToken token,
    Scopes required) {

  /** What {@link AccessGranted} says. */
  static final String GRANTED = "granted";

  /** Empty for a token that was looked at: what that came to is told by the event after it. */
  static Optional<Decided> of(AuthorizationEvent event) {
    if (event instanceof AccessGranted granted) {
      return Optional.of(
          new Decided(GRANTED, null, granted.operation(), granted.token(), Scopes.none()));
    }
    if (event instanceof AccessDenied denied) {
      return Optional.of(
          new Decided(
              "denied",
              lowerCase(denied.reason()),
              denied.operation(),
              denied.token(),
              denied.required()));
    }
    return Optional.empty();
  }

  boolean isDenied() {
    return reason != null;
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
