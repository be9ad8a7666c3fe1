// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.TokenAccepted;
import org.mcpauth.event.TokenRejected;
import org.mcpauth.internal.requirement.FakeToken;

/** Events as the engine would tell them. */
final class Told {

  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final AccessToken ALICE =
      FakeToken.of(Map.of("client_id", "notes-app"), "notes:read", "openid");

  private static final Instant TIME = Instant.parse("2026-11-21T20:15:30.123456Z");
  private static final URI RESOURCE = URI.create("https://mcp.example.com/mcp");

  private Told() {}

  static TokenAccepted accepted() {
    return new TokenAccepted(TIME, RESOURCE, TRACE, ALICE);
  }

  static TokenRejected rejected() {
    return new TokenRejected(TIME, RESOURCE, TRACE, "expired");
  }

  static AccessGranted granted(McpOperation operation, @Nullable AccessToken token) {
    return new AccessGranted(TIME, RESOURCE, TRACE, operation, token);
  }

  static AccessDenied denied(Reason reason) {
    return denied(reason, Scopes.none(), null, null);
  }

  static AccessDenied denied(
      Reason reason,
      Scopes required,
      @Nullable McpOperation operation,
      @Nullable AccessToken token) {
    return new AccessDenied(TIME, RESOURCE, TRACE, reason, "in words", required, operation, token);
  }
}
