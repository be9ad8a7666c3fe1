// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What careless servers do with keys and signatures. */
final class Keys {

  private Keys() {}

  static List<JWK> at(URI jwks) {
    try {
      return JWKSet.load(jwks.toURL()).getKeys();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      return List.of();
    }
  }

  /** Whatever the header says about keys and critical extensions. */
  static boolean isSignedByOneOf(List<JWK> keys, JWSObject jws) {
    return keys.stream().anyMatch(key -> isSignedBy(key, jws.getParsedParts()));
  }

  /** The same for a token in parts. */
  static boolean isSigned(URI jwks, String... parts) {
    Base64URL[] decoded = Arrays.stream(parts).map(Base64URL::new).toArray(Base64URL[]::new);
    return at(jwks).stream().anyMatch(key -> isSignedBy(key, decoded));
  }

  static boolean isSignedBy(JWK key, Base64URL... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key.toRSAKey().toRSAPublicKey());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(parts[2].decode());
    } catch (GeneralSecurityException | JOSEException e) {
      return false;
    }
  }

  /** A part of a token that nothing is known of. */
  static Map<String, Object> json(String part) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(new Base64URL(part).decodeToString());
      return json == null ? Map.of() : json;
    } catch (ParseException e) {
      return Map.of();
    }
  }
}
