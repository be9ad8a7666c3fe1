// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mcpauth.devserver.internal.keys.KeyRing;
import org.mcpauth.devserver.internal.keys.SigningKey;
import org.mcpauth.devserver.internal.oauth.AccessTokens;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.RandomToken;

/** Makes the access tokens of a server: valid ones, and those that differ as a plan says. */
public final class TokenPress {

  private final ServerSettings settings;
  private final AccessTokens accessTokens;
  private final JwsPress press;
  private final IntrospectionPress introspection;

  /**
   * A press with the keys of a server.
   *
   * @param settings the settings of the server
   * @param keys its keys
   * @param accessTokens where minted tokens become known, for introspection
   */
  public TokenPress(ServerSettings settings, KeyRing keys, AccessTokens accessTokens) {
    this.settings = settings;
    this.accessTokens = accessTokens;
    this.press = new JwsPress(keys::current, SigningKey.generate(settings.keyType()));
    this.introspection = new IntrospectionPress(settings, press);
  }

  /**
   * Mints.
   *
   * @param plan what the token is like
   * @return the token
   */
  public String mint(TokenPlan plan) {
    Map<String, Object> claims = claims(plan);
    if (plan.introspection().opaque()) {
      String token = RandomToken.next();
      remember(token, claims, plan.introspection());
      return token;
    }
    if (claims.get("jti") instanceof String jti) {
      remember(jti, claims, plan.introspection());
    }
    return press.press("at+jwt", claims, plan);
  }

  /**
   * What signs answers of introspection.
   *
   * @return the press, with the same keys
   */
  public IntrospectionPress introspection() {
    return introspection;
  }

  /**
   * The key that the server never published.
   *
   * @return a JWK Set with its public part
   */
  public String foreignJwks() {
    return press.foreignJwks();
  }

  /** RFC 9068 §2.2, before the changes. */
  private Map<String, Object> claims(TokenPlan plan) {
    Instant now = settings.clock().instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", settings.issuer().toString());
    claims.put("sub", settings.autoApprovedUser());
    claims.put("aud", settings.audienceWithoutResource());
    claims.put("client_id", "dev");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(settings.lifetimes().accessToken()).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    plan.claims().forEach(step -> step.apply(claims, now));
    return claims;
  }

  private void remember(String key, Map<String, Object> claims, IntrospectionPlan plan) {
    try {
      accessTokens.remember(key, JWTClaimsSet.parse(claims), plan::change);
    } catch (ParseException e) {
      // Claims of the wrong type: introspection will not know the token, which is right.
    }
    if (plan.revoked()) {
      accessTokens.revokeRemembered(key);
    }
  }
}
