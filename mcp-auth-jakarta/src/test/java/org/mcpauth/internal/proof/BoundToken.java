// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/** A verified token, of which only the claims count. */
record BoundToken(Map<String, Object> claims) implements AccessToken {

  @Override
  public String issuer() {
    return "https://issuer.example.com";
  }

  @Override
  public Optional<String> subject() {
    return Optional.empty();
  }

  @Override
  public Optional<String> clientId() {
    return Optional.empty();
  }

  @Override
  public Set<String> audience() {
    return Set.of();
  }

  @Override
  public Scopes scopes() {
    return Scopes.none();
  }

  @Override
  public Instant expiresAt() {
    return Instant.MAX;
  }

  @Override
  public Set<String> roles() {
    return Set.of();
  }

  @Override
  public List<String> actors() {
    return List.of();
  }

  @Override
  public Optional<String> actor() {
    return Optional.empty();
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    Object value = claims.get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getClaim(String name) {
    return (T) claims.get(name);
  }
}
