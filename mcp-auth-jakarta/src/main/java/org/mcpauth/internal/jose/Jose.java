// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.charset.CharacterCodingException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.mcpauth.InvalidTokenException;

/**
 * The door to the JOSE library, and the only class that knows it. Its messages are not passed on:
 * they may quote the token.
 */
public final class Jose {

  private Jose() {}

  /**
   * A JWT whose signature nobody has checked yet.
   *
   * @param header its header
   * @param claims its claims, not to be believed
   * @param signature its signature, to be checked
   */
  public record UnverifiedJwt(
      JoseHeader header, Map<String, Object> claims, JsonWebSignature signature) {

    /** Tells whether the signature was made with the private counterpart of a key. */
    public boolean isSignedWith(PublicKey key) {
      try {
        signature.setKey(key);
        return signature.verifySignature();
      } catch (JoseException e) {
        return false;
      }
    }
  }

  /** Takes a JWT apart. The algorithm is held to be the only one that may verify it. */
  public static UnverifiedJwt parse(String token) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(token);
      JoseHeader header = header(signature);
      signature.setAlgorithmConstraints(
          new AlgorithmConstraints(ConstraintType.PERMIT, header.algorithm()));
      Map<String, Object> claims = ClaimsReader.read(signature.getUnverifiedPayloadBytes());
      return new UnverifiedJwt(header, claims, signature);
    } catch (InvalidTokenException e) {
      throw e;
    } catch (JoseException | CharacterCodingException | RuntimeException e) {
      throw new InvalidTokenException("The access token is not a JWT");
    }
  }

  private static JoseHeader header(JsonWebSignature signature) {
    return new JoseHeader(
        Optional.ofNullable(signature.getAlgorithmHeaderValue()).orElse(""),
        Optional.ofNullable(signature.getHeader(HeaderParameterNames.TYPE)),
        Optional.ofNullable(signature.getKeyIdHeaderValue()),
        signature.getObjectHeader(HeaderParameterNames.CRITICAL) != null);
  }

  /**
   * Reads a JWK Set (RFC 7517 §5). Keys that are not for signatures, are symmetric, or are of a
   * kind that is not known here are left out: they do not spoil the others.
   *
   * @throws IllegalArgumentException if it is no JWK Set
   */
  public static List<VerificationKey> readKeys(String json) {
    try {
      return new JsonWebKeySet(json).getJsonWebKeys().stream().flatMap(Jose::key).toList();
    } catch (JoseException | RuntimeException e) {
      throw new IllegalArgumentException("not a JWK Set", e);
    }
  }

  private static Stream<VerificationKey> key(JsonWebKey jwk) {
    boolean signs = jwk.getUse() == null || jwk.getUse().equals("sig");
    if (!signs || !(jwk instanceof PublicJsonWebKey publicKey)) {
      return Stream.empty();
    }
    return Stream.of(
        new VerificationKey(
            Optional.ofNullable(jwk.getKeyId()),
            Optional.ofNullable(jwk.getAlgorithm()),
            jwk.getKeyType(),
            publicKey.getPublicKey()));
  }
}
