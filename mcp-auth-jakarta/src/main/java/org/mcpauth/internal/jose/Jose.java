// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.charset.CharacterCodingException;
import java.security.Key;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.mcpauth.InvalidTokenException;

/**
 * Takes JWTs apart. The messages of the JOSE library are not passed on: they may quote the token.
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

    /** Tells whether the signature was made with the counterpart of a key. */
    public boolean isSignedWith(Key key) {
      return Jose.isSignedWith(signature, key);
    }

    /**
     * Hides the token.
     *
     * @return the algorithm
     */
    @Override
    public String toString() {
      return "UnverifiedJwt[" + header.algorithm() + "]";
    }
  }

  /**
   * Takes a signed JWT apart. The algorithm is held to be the only one that may verify it; keys
   * that the token brings along are ignored.
   *
   * @param token the text of the token
   * @return the JWT
   * @throws InvalidTokenException if it is none, or is encrypted
   */
  public static UnverifiedJwt parse(String token) {
    return parse(token, TokenDecryption.none());
  }

  /**
   * Takes a JWT apart that is signed, or signed and then encrypted (RFC 7519 §5.2).
   *
   * @param token the text of the token
   * @param decryption has the keys for encrypted ones
   * @return the signed JWT
   * @throws InvalidTokenException if it is none
   */
  public static UnverifiedJwt parse(String token, TokenDecryption decryption) {
    if (!TokenDecryption.isEncrypted(token)) {
      return signed(token);
    }
    String inner = decryption.decrypt(token);
    // One level only: whatever else is in there would have to be decrypted again, and again.
    if (TokenDecryption.isEncrypted(inner)) {
      throw TokenDecryption.noSignedJwt();
    }
    UnverifiedJwt jwt;
    try {
      jwt = signed(inner);
    } catch (InvalidTokenException e) {
      throw TokenDecryption.noSignedJwt();
    }
    if (jwt.header().keyType().isEmpty() || inner.endsWith(".")) {
      throw TokenDecryption.noSignedJwt();
    }
    return jwt;
  }

  /**
   * Takes a JWT apart that brings its own key along, as DPoP proofs do (RFC 9449 §4.2). Never use
   * it for access tokens: anybody can make such a JWT.
   *
   * @param proof the text of the JWT
   * @return the JWT, whose signature nobody has checked yet
   * @throws IllegalArgumentException if it is none, has {@code crit}, or its {@code jwk} is not a
   *     public key that fits its algorithm; the message is fixed
   */
  public static EmbeddedKeyJwt parseWithEmbeddedKey(String proof) {
    return EmbeddedKeyJwt.parse(proof);
  }

  private static UnverifiedJwt signed(String token) {
    try {
      JsonWebSignature signature = signature(token);
      Map<String, Object> claims = ClaimsReader.read(signature.getUnverifiedPayloadBytes());
      return new UnverifiedJwt(header(signature), claims, signature);
    } catch (InvalidTokenException e) {
      throw e;
    } catch (JoseException | CharacterCodingException | RuntimeException e) {
      throw new InvalidTokenException("The access token is not a JWT");
    }
  }

  static JsonWebSignature signature(String text) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(text);
    signature.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, header(signature).algorithm()));
    return signature;
  }

  static JoseHeader header(JsonWebSignature signature) {
    return new JoseHeader(
        Optional.ofNullable(signature.getAlgorithmHeaderValue()).orElse(""),
        Optional.ofNullable(signature.getHeader(HeaderParameterNames.TYPE)),
        Optional.ofNullable(signature.getKeyIdHeaderValue()),
        signature.getObjectHeader(HeaderParameterNames.CRITICAL) != null);
  }

  static boolean isSignedWith(JsonWebSignature signature, Key key) {
    try {
      signature.setKey(key);
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }
}
