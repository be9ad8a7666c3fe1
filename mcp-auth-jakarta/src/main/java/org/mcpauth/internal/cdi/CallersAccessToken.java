// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/**
 * What is injected as {@link AccessToken}: the token of whoever is the caller when a method is
 * called. Not the token of one request in a request scoped bean, since a thread may work for
 * another caller than the one whose request context is active on it. Thread-safe.
 *
 * @param current knows the caller
 */
record CallersAccessToken(CurrentCaller current) implements AccessToken {

  @Override
  public String issuer() {
    return current.token().issuer();
  }

  @Override
  public Optional<String> subject() {
    return current.token().subject();
  }

  @Override
  public Optional<String> clientId() {
    return current.token().clientId();
  }

  @Override
  public Set<String> audience() {
    return current.token().audience();
  }

  @Override
  public Scopes scopes() {
    return current.token().scopes();
  }

  @Override
  public Instant expiresAt() {
    return current.token().expiresAt();
  }

  @Override
  public Set<String> roles() {
    return current.token().roles();
  }

  @Override
  public Optional<String> actor() {
    return current.token().actor();
  }

  @Override
  public List<String> actors() {
    return current.token().actors();
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    return current.token().claim(name, type);
  }

  @Override
  public @Nullable String getName() {
    return current.token().getName();
  }

  @Override
  public @Nullable String getRawToken() {
    return current.token().getRawToken();
  }

  @Override
  public Set<String> getAudience() {
    return current.token().getAudience();
  }

  @Override
  public long getExpirationTime() {
    return current.token().getExpirationTime();
  }

  @Override
  public long getIssuedAtTime() {
    return current.token().getIssuedAtTime();
  }

  @Override
  public Set<String> getGroups() {
    return current.token().getGroups();
  }

  @Override
  public Set<String> getClaimNames() {
    return current.token().getClaimNames();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> @Nullable T getClaim(String name) {
    return current.token().getClaim(name);
  }

  /**
   * That of the token.
   *
   * @return the issuer and the names of the claims
   */
  @Override
  public String toString() {
    return current.token().toString();
  }
}
