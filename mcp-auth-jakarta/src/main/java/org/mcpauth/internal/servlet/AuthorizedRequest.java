// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.rpc.BufferedBody;

/**
 * The request that the MCP server sees: with the body that was decided about, and with the caller
 * as its principal.
 */
final class AuthorizedRequest extends PassedRequest {

  private final Optional<AccessToken> token;
  private final Optional<BufferedBody> body;
  private final AuthorizationEngine engine;
  private @Nullable ServletInputStream stream;
  private @Nullable BufferedReader reader;

  AuthorizedRequest(
      HttpServletRequest request, Decision.Proceed decision, AuthorizationEngine engine) {
    super(request, decision.passage().requestHeaders());
    this.token = decision.token();
    this.body = decision.body();
    this.engine = engine;
  }

  /** The same stream every time, as the contract wants it: some callers ask for it again. */
  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body.isEmpty()) {
      return super.getInputStream();
    }
    if (stream == null) {
      stream = new ReplayedInputStream(body.get().stream());
    }
    return stream;
  }

  /** In UTF-8: nothing else was let through. */
  @Override
  public BufferedReader getReader() throws IOException {
    if (body.isEmpty()) {
      return super.getReader();
    }
    if (reader == null) {
      reader = new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
    return reader;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return token.orElse(null);
  }

  @Override
  public @Nullable String getRemoteUser() {
    return token.map(Principal::getName).orElse(null);
  }

  @Override
  public @Nullable String getAuthType() {
    return token.isPresent() ? "Bearer" : null;
  }

  /** A role, or a scope that the token has or implies. */
  @Override
  public boolean isUserInRole(String role) {
    return token.filter(t -> engine.isInRole(t, role)).isPresent();
  }
}
