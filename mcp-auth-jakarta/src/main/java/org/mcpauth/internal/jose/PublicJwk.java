// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * One JWK (RFC 7517 §4) from elsewhere, judged: a public key that verifies signatures, or the
 * reason why it is none. No reason quotes the key.
 *
 * @param members the members of the JWK
 */
record PublicJwk(Map<String, Object> members) {

  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** What makes the key. Certificates in it are not looked at: nothing trusts them. */
  private static final List<String> MATERIAL = List.of("kty", "n", "e", "crv", "x", "y");

  /** Which algorithm each curve is for (RFC 7518 §3.4, RFC 8037 §3.1). */
  private static final Map<String, String> CURVES =
      Map.of(
          "P-256", "ES256",
          "P-384", "ES384",
          "P-521", "ES512",
          "Ed25519", "EdDSA",
          "Ed448", "EdDSA");

  private static final int MIN_RSA_BITS = 2048;

  /** Why a JWK is not taken. The message does not quote the key. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
      super(reason);
    }
  }

  /** The key id, if there is one that is a text. */
  Optional<String> kid() {
    return text("kid");
  }

  /** Tells whether there is a part that only its owner may know. */
  boolean isPrivate() {
    return PRIVATE.stream().anyMatch(members::containsKey);
  }

  /**
   * Tells whether this key says of itself that it is for something else than signatures, as many
   * key sets also hold keys for encryption. Nothing is wrong with such a key.
   */
  boolean isForSomethingElse() {
    Object use = members.get("use");
    Object operations = members.get("key_ops");
    String algorithm = text("alg").orElse("");
    return (use instanceof String && !use.equals("sig"))
        || (operations instanceof List<?> list && !list.contains("verify"))
        || text("crv").orElse("").startsWith("X")
        || algorithm.startsWith("RSA")
        || algorithm.startsWith("ECDH");
  }

  /** Makes the key. */
  VerificationKey read() throws RefusedException {
    if (isPrivate()) {
      throw new RefusedException("is a private or symmetric key where a public one belongs");
    }
    if (isForSomethingElse()) {
      throw new RefusedException("is not for verifying signatures");
    }
    if (members.containsValue(ClaimsReader.AMBIGUOUS)) {
      throw new RefusedException("has a member twice");
    }
    for (String name : List.of("kid", "alg", "use", "kty")) {
      if (members.containsKey(name) && text(name).isEmpty()) {
        throw new RefusedException("has a member that is not a text");
      }
    }
    PublicKey key = material();
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
      throw new RefusedException("is an RSA key shorter than 2048 bits");
    }
    String type = text("kty").orElse("");
    return new VerificationKey(kid(), algorithm(type), type, key);
  }

  /** The only algorithm that the key is for: what its curve says, or it itself. */
  private Optional<String> algorithm(String type) throws RefusedException {
    Optional<String> named = text("alg");
    Optional<String> byCurve = text("crv").map(CURVES::get);
    boolean fits =
        named.isEmpty()
            || (byCurve.isPresent()
                ? named.equals(byCurve)
                : JoseHeader.keyType(named.get()).equals(type));
    if (!fits) {
      throw new RefusedException("names an algorithm that does not fit its kind");
    }
    return byCurve.isPresent() ? byCurve : named;
  }

  private PublicKey material() throws RefusedException {
    String type = text("kty").orElse("");
    boolean curve = type.equals("EC") || type.equals("OKP");
    if (!type.equals("RSA") && !(curve && CURVES.containsKey(text("crv").orElse("")))) {
      throw new RefusedException("is of a kind that is not known here");
    }
    Map<String, Object> material = new LinkedHashMap<>();
    MATERIAL.forEach(name -> text(name).ifPresent(value -> material.put(name, value)));
    try {
      if (JsonWebKey.Factory.newJwk(material) instanceof PublicJsonWebKey jwk
          && KeyMaterial.isSound(jwk.getPublicKey())
          && (!type.equals("OKP") || KeyMaterial.isEdwards(text("x").orElse("")))) {
        return jwk.getPublicKey();
      }
    } catch (JoseException | RuntimeException e) {
      // Its message may quote the key.
    }
    throw new RefusedException("is malformed");
  }

  private Optional<String> text(String name) {
    @Nullable Object value = members.get(name);
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
