// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.keys;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.json.Members;

/**
 * A key of a JWK Set (RFC 7517), without the key itself.
 *
 * @param members of the JWK; not shown anywhere
 */
record PublishedKey(Members members) {

  private static final int SMALLEST_RSA = 2048;

  Optional<String> id() {
    return members.text("kid");
  }

  /** Symmetric, or the private half of a pair: whoever reads it can sign tokens. */
  boolean isSecret() {
    return members.text("kty").filter("oct"::equals).isPresent()
        || members.object().containsKey("d")
        || members.object().containsKey("k");
  }

  /** For signatures, as far as it says what it is for (RFC 7517 §4.2, §4.3). */
  boolean isForSignatures() {
    return members.text("use").map("sig"::equals).orElse(true)
        && members.texts("key_ops").map(ops -> ops.contains("verify")).orElse(true);
  }

  /** The algorithms that it is for; empty if nothing can be verified with it. */
  Optional<String> algorithm() {
    Optional<String> family =
        switch (members.text("kty").orElse("")) {
          case "RSA" -> Optional.of("RSA").filter(kty -> modulusBits() >= SMALLEST_RSA);
          case "EC" -> members.text("crv").flatMap(PublishedKey::curveAlgorithm);
          case "OKP" ->
              members.text("crv").filter(List.of("Ed25519", "Ed448")::contains).map(c -> "EdDSA");
          default -> Optional.empty();
        };
    return family.map(any -> members.text("alg").orElse(any));
  }

  private static Optional<String> curveAlgorithm(String curve) {
    return switch (curve) {
      case "P-256" -> Optional.of("ES256");
      case "P-384" -> Optional.of("ES384");
      case "P-521" -> Optional.of("ES512");
      case "secp256k1" -> Optional.of("ES256K");
      default -> Optional.empty();
    };
  }

  private int modulusBits() {
    try {
      byte[] modulus = Base64.getUrlDecoder().decode(members.text("n").orElse(""));
      return new BigInteger(1, modulus).bitLength();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
