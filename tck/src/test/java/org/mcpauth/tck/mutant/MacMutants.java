// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.function.Function;
import org.mcpauth.devserver.internal.keys.PublicKeyBytes;
import org.mcpauth.tck.reference.TokenRules;

/** Who takes a public key for a secret. */
final class MacMutants {

  private MacMutants() {}

  static List<Mutant> all() {
    return symmetric();
  }

  private static List<Mutant> symmetric() {
    return List.of(
        mac("the PEM of the key", key -> PublicKeyBytes.PEM.of(key), false),
        mac("the DER of the key", key -> PublicKeyBytes.DER.of(key), false),
        mac("the modulus of the key", key -> PublicKeyBytes.MODULUS.of(key), false),
        mac("the PEM of its first key", key -> PublicKeyBytes.PEM.of(key), true),
        mac("an empty secret", key -> new byte[32], false));
  }

  private static Mutant mac(String secret, Function<JWK, byte[]> bytes, boolean anyKey) {
    return TokenMutants.of(
        "symmetric-signature-is-refused",
        "takes a MAC with " + secret,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isSigned(JWSObject jws) throws InvalidTokenException {
                if (!jws.getHeader().getAlgorithm().getName().equals("HS256")) {
                  return super.isSigned(jws);
                }
                if (anyKey != (jws.getHeader().getKeyID() == null)) {
                  return false;
                }
                JWK key = anyKey ? Keys.at(jwks()).get(0) : key(jws.getHeader());
                return key != null && isMac(jws, bytes.apply(key));
              }
            });
  }

  private static boolean isMac(JWSObject jws, byte[] secret) {
    try {
      return jws.verify(new MACVerifier(secret));
    } catch (JOSEException e) {
      return false;
    }
  }
}
