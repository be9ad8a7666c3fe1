// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.event.Event;
import java.time.Duration;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.event.TokenAccepted;
import org.mcpauth.event.TokenRejected;
import org.mcpauth.internal.engine.DecisionRecorder;

/**
 * Fires decisions as CDI events, each kind through an {@link Event} of its own: Weld remembers the
 * observers of one event type for each, and every request fires two.
 */
final class DecisionEvents implements DecisionRecorder {

  private final Event<TokenAccepted> accepted;
  private final Event<TokenRejected> rejected;
  private final Event<AccessGranted> granted;
  private final Event<AccessDenied> denied;

  DecisionEvents(Event<AuthorizationEvent> events) {
    this.accepted = events.select(TokenAccepted.class);
    this.rejected = events.select(TokenRejected.class);
    this.granted = events.select(AccessGranted.class);
    this.denied = events.select(AccessDenied.class);
  }

  @Override
  public void record(AuthorizationEvent event, Duration took) {
    if (event instanceof TokenAccepted e) {
      accepted.fire(e);
    } else if (event instanceof TokenRejected e) {
      rejected.fire(e);
    } else if (event instanceof AccessGranted e) {
      granted.fire(e);
    } else if (event instanceof AccessDenied e) {
      denied.fire(e);
    }
  }
}
