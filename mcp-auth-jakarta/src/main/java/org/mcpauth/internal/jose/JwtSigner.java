// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.mcpauth.internal.settings.Secret;

/**
 * Signs JWTs with a private key of this resource: for client authentication (RFC 7523) and signed
 * metadata (RFC 9728 §2.2). Immutable and thread-safe.
 */
public final class JwtSigner {

  private final PrivateKey key;
  private final String algorithm;
  private final Optional<String> kid;

  private JwtSigner(OwnKey own) {
    this.key = own.key();
    this.algorithm = own.algorithm().orElseGet(() -> usual(own.key()));
    this.kid = own.kid();
  }

  /**
   * Makes a signer.
   *
   * @param key the text of one PEM private key (PKCS#8) or one JWK; {@code alg} of the JWK is the
   *     algorithm, otherwise RS256, ES256, ES384, ES512 or EdDSA as the key has it
   * @return the signer
   * @throws IllegalArgumentException if nothing can be signed with it; the message completes "the
   *     value …" and does not quote the key
   */
  public static JwtSigner of(Secret key) {
    List<OwnKey> keys = OwnKey.read(key);
    if (keys.size() != 1) {
      throw new IllegalArgumentException("has several keys, where one is needed");
    }
    JwtSigner signer = new JwtSigner(keys.get(0));
    if (JoseHeader.keyType(signer.algorithm).isEmpty()) {
      throw new IllegalArgumentException("has an algorithm that makes no signatures");
    }
    try {
      // A key that does not fit its algorithm, or is too short, has to show when it is configured.
      signer.signed("{}", "JWT");
    } catch (JoseException | RuntimeException e) {
      throw new IllegalArgumentException("does not fit its algorithm, or is too short");
    }
    return signer;
  }

  /**
   * The algorithm.
   *
   * @return {@code alg} of what is signed
   */
  public String algorithm() {
    return algorithm;
  }

  /**
   * The key id.
   *
   * @return {@code kid} of what is signed, if the key has one
   */
  public Optional<String> kid() {
    return kid;
  }

  /**
   * Signs claims.
   *
   * @param claims strings, numbers, booleans, lists and maps
   * @param type {@code typ} of the header
   * @return the JWT in the compact serialization
   */
  public String sign(Map<String, ?> claims, String type) {
    return signJson(JsonUtil.toJson(claims), type);
  }

  /**
   * Signs claims that are already JSON.
   *
   * @param claims the text of a JSON object
   * @param type {@code typ} of the header
   * @return the JWT in the compact serialization
   */
  public String signJson(String claims, String type) {
    try {
      return signed(claims, type);
    } catch (JoseException e) {
      // Not passed on: nobody knows what it quotes. The key has signed before.
      throw new IllegalStateException("a JWT cannot be signed");
    }
  }

  private String signed(String claims, String type) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setHeader(HeaderParameterNames.TYPE, type);
    kid.ifPresent(signature::setKeyIdHeaderValue);
    signature.setPayload(claims);
    signature.setKey(key);
    return signature.getCompactSerialization();
  }

  private static String usual(PrivateKey key) {
    if (key instanceof RSAPrivateKey) {
      return "RS256";
    }
    if (key instanceof ECPrivateKey ec) {
      return switch (ec.getParams().getOrder().bitLength()) {
        case 256 -> "ES256";
        case 384 -> "ES384";
        case 521 -> "ES512";
        default -> "";
      };
    }
    return key instanceof EdECPrivateKey ? "EdDSA" : "";
  }

  /**
   * Hides the key.
   *
   * @return the algorithm
   */
  @Override
  public String toString() {
    return "JwtSigner[" + algorithm + "]";
  }
}
