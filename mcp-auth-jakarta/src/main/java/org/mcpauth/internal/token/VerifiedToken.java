// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/**
 * The only implementation of {@link AccessToken}. Made in this room alone, after every check was
 * passed; immutable.
 */
final class VerifiedToken implements AccessToken {

  private final ClaimValues claims;
  private final String issuer;
  private final Instant expiresAt;
  private final Set<String> audience;
  private final Scopes scopes;

  VerifiedToken(ClaimValues claims, String issuer, Instant expiresAt) {
    this.claims = claims;
    this.issuer = issuer;
    this.expiresAt = expiresAt;
    this.audience = claims.texts("aud");
    this.scopes = claims.scopes();
  }

  @Override
  public String issuer() {
    return issuer;
  }

  @Override
  public Optional<String> subject() {
    return claims.text("sub");
  }

  @Override
  public Optional<String> clientId() {
    return claims.text("client_id").or(() -> claims.text("azp"));
  }

  @Override
  public Set<String> audience() {
    return audience;
  }

  @Override
  public Scopes scopes() {
    return scopes;
  }

  @Override
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public Optional<String> actor() {
    return claim("act", Map.class)
        .map(act -> act.get("sub"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    Object value = claims.values().get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /** MicroProfile JWT §7.1.1: {@code upn}, else {@code preferred_username}, else {@code sub}. */
  @Override
  public @Nullable String getName() {
    return Stream.of("upn", "preferred_username", "sub")
        .flatMap(name -> claims.text(name).stream())
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable String getRawToken() {
    return null;
  }

  @Override
  public Set<String> getAudience() {
    return audience;
  }

  @Override
  public long getExpirationTime() {
    return expiresAt.getEpochSecond();
  }

  @Override
  public long getIssuedAtTime() {
    return claims.date("iat").map(Instant::getEpochSecond).orElse(0L);
  }

  @Override
  public Set<String> getGroups() {
    return claims.texts("groups");
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.values().keySet();
  }

  /**
   * MicroProfile JWT's access to a claim in whatever type the caller expects.
   *
   * @param <T> the type that the caller expects
   * @param name the claim's name
   * @return the claim, or null if there is none
   */
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getClaim(String name) {
    return name.equals("aud") || name.equals("groups")
        ? (T) claims.texts(name)
        : (T) claims.values().get(name);
  }

  /**
   * The issuer, and which claims there are.
   *
   * @return no claim values, since they may be personal
   */
  @Override
  public String toString() {
    return "AccessToken[issuer=" + issuer + ", claims=" + claims.values().keySet() + "]";
  }
}
