// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mcpauth.devserver.internal.keys.SigningKey;
import org.mcpauth.devserver.internal.settings.KeyType;

/** Makes DPoP proofs (RFC 9449 §4.2) with one key: valid ones, and those that a plan spoils. */
public final class DpopPress {

  private final Clock clock;
  private final SigningKey key;
  private final JwsPress press;

  /**
   * A press with a new key.
   *
   * @param type the kind of key
   * @param clock what time it is
   */
  public DpopPress(KeyType type, Clock clock) {
    this(SigningKey.generate(type), SigningKey.generate(type), clock);
  }

  private DpopPress(SigningKey key, SigningKey foreign, Clock clock) {
    this.clock = clock;
    this.key = key;
    this.press = new JwsPress(() -> key, foreign);
  }

  /**
   * The same keys with another clock.
   *
   * @param other what time it is
   * @return a new press
   */
  public DpopPress at(Clock other) {
    return new DpopPress(key, press.foreign(), other);
  }

  /**
   * The thumbprint that a token is bound to.
   *
   * @return {@code jkt} (RFC 9449 §6.1)
   */
  public String thumbprint() {
    try {
      return key.jwk().computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /**
   * The hash of an access token that a proof goes with.
   *
   * @param token the token
   * @return {@code ath} (RFC 9449 §4.2)
   */
  public static String hash(String token) {
    try {
      byte[] ascii = token.getBytes(StandardCharsets.US_ASCII);
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(ascii)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /**
   * The key as proofs show it.
   *
   * @return the members of the public JWK
   */
  public Map<String, Object> publicKey() {
    return bare(key.jwk().toPublicJWK().toJSONObject());
  }

  /**
   * The key as no proof may show it.
   *
   * @return the members of the private JWK
   */
  public Map<String, Object> privateKey() {
    return bare(key.jwk().toJSONObject());
  }

  /**
   * Makes a proof.
   *
   * @param plan what it says beyond {@code jti} and {@code iat}
   * @return the value of a DPoP header
   */
  public String mint(TokenPlan plan) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    plan.claims().forEach(step -> step.apply(claims, now));
    return press.press("dpop+jwt", claims, plan);
  }

  /** Clients show what RFC 7638 §3.2 requires, and no more. */
  private static Map<String, Object> bare(Map<String, Object> jwk) {
    Map<String, Object> members = new LinkedHashMap<>(jwk);
    members.keySet().removeAll(List.of("use", "alg", "kid"));
    return members;
  }
}
