// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.mcpauth.devserver.internal.keys.KeyRing;
import org.mcpauth.devserver.internal.keys.SigningKey;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;
import org.mcpauth.devserver.internal.store.RandomToken;

/**
 * Issues access tokens and remembers them, for introspection and revocation.
 *
 * <p>A token that this server does not remember is not active: when the cap is reached, the oldest
 * ones fail closed.
 */
public final class AccessTokens {

  private static final int MOST = 20_000;

  /** The media type of RFC 9068 §2.1. */
  private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

  private final ServerSettings settings;
  private final KeyRing keys;
  private final BoundedStore<IssuedToken> issued;

  /**
   * Knows no token yet.
   *
   * @param settings the settings of the server
   * @param keys what signs
   */
  public AccessTokens(ServerSettings settings, KeyRing keys) {
    this.settings = settings;
    this.keys = keys;
    Duration remembered = settings.lifetimes().accessToken().plusDays(1);
    this.issued = new BoundedStore<>(MOST, remembered, settings.clock());
  }

  /** RFC 9068 §2.2, or a random string if the server was set so. */
  String issue(Grant grant) {
    JWTClaimsSet claims = claims(grant);
    if (settings.opaqueTokens()) {
      String token = RandomToken.next();
      issued.put(token, IssuedToken.of(grant.id(), claims));
      return token;
    }
    issued.put(claims.getJWTID(), IssuedToken.of(grant.id(), claims));
    return sign(claims);
  }

  /**
   * Makes a token known that was made elsewhere.
   *
   * @param key the {@code jti} of a JWT, or an opaque token itself
   * @param claims what it says
   * @param introspection changes the members of the answer of introspection
   */
  public void remember(
      String key, JWTClaimsSet claims, Consumer<Map<String, Object>> introspection) {
    issued.put(key, new IssuedToken(key, claims, false, introspection));
  }

  /**
   * Revokes a token that was remembered.
   *
   * @param key as in {@link #remember}
   */
  public void revokeRemembered(String key) {
    issued.update(key, IssuedToken::revoke);
  }

  /**
   * What is remembered of an active token.
   *
   * @param token a token of any kind
   * @return the same, unless it is unknown, forged, expired or revoked
   */
  Optional<IssuedToken> active(String token) {
    return key(token)
        .flatMap(issued::get)
        .filter(found -> !found.revoked())
        .filter(found -> isCurrent(found.claims()));
  }

  /** The claims of a JWT of any type that is genuine, current and not known to be revoked. */
  Optional<Map<String, Object>> valid(String token) {
    return keys.genuine(token)
        .flatMap(AccessTokens::claims)
        .filter(this::isCurrent)
        .filter(claims -> !isRevoked(claims))
        .map(JWTClaimsSet::toJSONObject);
  }

  private boolean isRevoked(JWTClaimsSet claims) {
    return Optional.ofNullable(claims.getJWTID())
        .flatMap(issued::get)
        .filter(IssuedToken::revoked)
        .isPresent();
  }

  Optional<String> clientOf(String token) {
    return key(token)
        .flatMap(issued::get)
        .map(found -> String.valueOf(found.claims().getClaim("client_id")));
  }

  /**
   * Revokes one token.
   *
   * @param token the token
   */
  public void revoke(String token) {
    key(token).ifPresent(this::revokeRemembered);
  }

  void revokeGrant(String grantId) {
    issued.updateAll(token -> token.grantId().equals(grantId) ? token.revoke() : token);
  }

  private JWTClaimsSet claims(Grant grant) {
    Instant now = settings.clock().instant();
    List<String> audience =
        grant.resources().isEmpty()
            ? List.of(settings.audienceWithoutResource())
            : grant.resources();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .subject(grant.subject())
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime(grant, now))))
            .jwtID(UUID.randomUUID().toString())
            .claim("client_id", grant.clientId());
    if (!grant.scopes().isEmpty()) {
      claims.claim("scope", String.join(" ", grant.scopes()));
    }
    grant.delegation().ifPresent(delegation -> claims.claim("act", delegation.actor()));
    grant.dpopKey().ifPresent(key -> claims.claim("cnf", Map.of("jkt", key)));
    return claims.build();
  }

  /** For how long a token for a grant is valid. */
  Duration lifetime(Grant grant, Instant now) {
    return Duration.between(now, grant.end(now.plus(settings.lifetimes().accessToken())));
  }

  private String sign(JWTClaimsSet claims) {
    SigningKey key = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(key.algorithm()).type(AT_JWT).keyID(key.keyId()).build();
    String signingInput = header.toBase64URL() + "." + claims.toPayload().toBase64URL();
    return signingInput + "." + key.sign(signingInput);
  }

  /** A JWT is found by its jti, but only if it is genuine; anything else by itself. */
  private Optional<String> key(String token) {
    if (token.indexOf('.') < 0) {
      return Optional.of(token);
    }
    return keys.genuine(token)
        .filter(jwt -> AT_JWT.equals(jwt.getHeader().getType()))
        .flatMap(AccessTokens::claims)
        .map(JWTClaimsSet::getJWTID);
  }

  private static Optional<JWTClaimsSet> claims(SignedJWT jwt) {
    try {
      return Optional.of(jwt.getJWTClaimsSet());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private boolean isCurrent(JWTClaimsSet claims) {
    Instant now = settings.clock().instant();
    return settings.issuer().toString().equals(claims.getIssuer())
        && claims.getExpirationTime() != null
        && now.isBefore(claims.getExpirationTime().toInstant())
        && (claims.getNotBeforeTime() == null
            || !now.isBefore(claims.getNotBeforeTime().toInstant()));
  }
}
