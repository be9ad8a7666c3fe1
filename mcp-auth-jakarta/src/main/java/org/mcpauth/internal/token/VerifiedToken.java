// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.IssuerSettings;

/**
 * The only implementation of {@link AccessToken}. Made in this room alone, after every check was
 * passed; immutable.
 */
final class VerifiedToken implements AccessToken {

  private final ClaimValues claims;
  private final String issuer;
  private final IssuerSettings.ClaimNames names;
  private final Instant expiresAt;
  private final Set<String> audience;
  private final Scopes scopes;

  VerifiedToken(ClaimValues claims, IssuerSettings issuer, String scopePrefix, Instant expiresAt) {
    this.claims = claims;
    this.issuer = issuer.issuer();
    this.names = issuer.claims();
    this.expiresAt = expiresAt;
    this.audience = claims.texts(names.audience());
    this.scopes = claims.scopes(names.scopes(), scopePrefix);
  }

  @Override
  public String issuer() {
    return issuer;
  }

  @Override
  public Optional<String> subject() {
    return claims.text(names.subject());
  }

  @Override
  public Optional<String> clientId() {
    return claims.text(names.clientId());
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
  public Set<String> roles() {
    return claims.texts(names.roles());
  }

  @Override
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public Optional<String> actor() {
    return actors().stream().findFirst();
  }

  /** As far as every link names who it is: what comes after an unknown one means nothing. */
  @Override
  public List<String> actors() {
    List<String> actors = new ArrayList<>();
    Object act = claims.values().get("act");
    while (act instanceof Map<?, ?> actor && actor.get("sub") instanceof String subject) {
      actors.add(subject);
      act = actor.get("act");
    }
    return List.copyOf(actors);
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
        .or(this::subject)
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
    return roles();
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
