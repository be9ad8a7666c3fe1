// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/**
 * A token of claims.
 *
 * @param roles its roles
 * @param scopes its scopes
 * @param claims its claims
 */
public record FakeToken(Set<String> roles, Scopes scopes, Map<String, Object> claims)
    implements AccessToken {

  static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  public static FakeToken of(Map<String, Object> claims, String... scopes) {
    return new FakeToken(Set.of(), Scopes.of(scopes), claims);
  }

  static Standing with(String... scopes) {
    return new FakeToken(Set.of(), Scopes.none(), Map.of()).standing(scopes);
  }

  static Standing inRoles(String... roles) {
    return new FakeToken(Set.of(roles), Scopes.none(), Map.of()).standing();
  }

  static Standing claiming(Map<String, Object> claims) {
    return new FakeToken(Set.of(), Scopes.none(), claims).standing();
  }

  Standing standing(String... scopes) {
    return new Standing(this, Scopes.of(scopes), NOW);
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    return Optional.ofNullable(claims.get(name)).filter(type::isInstance).map(type::cast);
  }

  @Override
  public String issuer() {
    return "https://issuer.example.com";
  }

  @Override
  public Optional<String> subject() {
    return Optional.of("alice");
  }

  @Override
  public Optional<String> clientId() {
    return claim("client_id", String.class);
  }

  @Override
  public Set<String> audience() {
    return Set.of();
  }

  @Override
  public Instant expiresAt() {
    return NOW.plusSeconds(60);
  }

  @Override
  public Optional<String> actor() {
    return Optional.empty();
  }

  @Override
  public List<String> actors() {
    return List.of();
  }

  @Override
  public String getName() {
    return "alice";
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> T getClaim(String name) {
    return (T) Objects.requireNonNull(claims.get(name));
  }
}
