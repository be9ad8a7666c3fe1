// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.mcpauth.devserver.internal.keys.KeyRing;
import org.mcpauth.devserver.internal.keys.PublicKeyBytes;
import org.mcpauth.devserver.internal.keys.SigningKey;
import org.mcpauth.devserver.internal.oauth.AccessTokens;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.RandomToken;

/**
 * Puts tokens together part by part, since the JOSE library's own types refuse to make hostile
 * ones. Signatures are the library's.
 */
public final class TokenPress {

  private final ServerSettings settings;
  private final KeyRing keys;
  private final AccessTokens accessTokens;
  private final SigningKey foreign;

  /**
   * A press with the keys of a server.
   *
   * @param settings the settings of the server
   * @param keys its keys
   * @param accessTokens where minted tokens become known, for introspection
   */
  public TokenPress(ServerSettings settings, KeyRing keys, AccessTokens accessTokens) {
    this.settings = settings;
    this.keys = keys;
    this.accessTokens = accessTokens;
    this.foreign = SigningKey.generate(settings.keyType());
  }

  /**
   * Mints.
   *
   * @param plan what the token is like
   * @return the token
   */
  public String mint(TokenPlan plan) {
    Map<String, Object> claims = claims(plan);
    if (plan.opaque()) {
      String token = RandomToken.next();
      remember(token, claims);
      return token;
    }
    SigningKey key = keys.current();
    String signingInput = encode(header(plan, key)) + "." + encode(claims);
    String token = signingInput + "." + signature(plan.signing(), key, signingInput);
    if (claims.get("jti") instanceof String jti) {
      remember(jti, claims);
    }
    for (UnaryOperator<String> step : plan.compact()) {
      token = step.apply(token);
    }
    return token;
  }

  /**
   * The key that the server never published.
   *
   * @return a JWK Set with its public part
   */
  public String foreignJwks() {
    return new JWKSet(foreign.jwk()).toPublicJWKSet().toString();
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

  private Map<String, Object> header(TokenPlan plan, SigningKey key) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "at+jwt");
    switch (plan.signing()) {
      case SERVER_KEY, FOREIGN_KEY -> header.put("alg", key.algorithm().getName());
      case NONE -> header.put("alg", "none");
      case HMAC_WITH_PUBLIC_PEM, HMAC_WITH_PUBLIC_DER, HMAC_WITH_PUBLIC_MODULUS ->
          header.put("alg", JWSAlgorithm.HS256.getName());
    }
    if (plan.signing() != Signing.NONE) {
      header.put("kid", key.keyId());
    }
    plan.header().forEach(step -> step.apply(header, foreign));
    return header;
  }

  private String signature(Signing signing, SigningKey key, String signingInput) {
    return switch (signing) {
      case SERVER_KEY -> key.sign(signingInput).toString();
      case FOREIGN_KEY -> foreign.sign(signingInput).toString();
      case NONE -> "";
      case HMAC_WITH_PUBLIC_PEM -> hmac(PublicKeyBytes.PEM, key, signingInput);
      case HMAC_WITH_PUBLIC_DER -> hmac(PublicKeyBytes.DER, key, signingInput);
      case HMAC_WITH_PUBLIC_MODULUS -> hmac(PublicKeyBytes.MODULUS, key, signingInput);
    };
  }

  private static String hmac(PublicKeyBytes form, SigningKey key, String signingInput) {
    try {
      return new MACSigner(form.of(key.jwk()))
          .sign(new JWSHeader(JWSAlgorithm.HS256), signingInput.getBytes(StandardCharsets.US_ASCII))
          .toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with HS256", e);
    }
  }

  private void remember(String key, Map<String, Object> claims) {
    try {
      accessTokens.remember(key, JWTClaimsSet.parse(claims));
    } catch (ParseException e) {
      // Claims of the wrong type: introspection will not know the token, which is right.
    }
  }

  private static String encode(Map<String, Object> object) {
    return Base64URL.encode(JSONObjectUtils.toJSONString(object)).toString();
  }
}
