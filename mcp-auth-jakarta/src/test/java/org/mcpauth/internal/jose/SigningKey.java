// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs tokens, of another JOSE library than the one under test (Ed25519: of the JDK).
 *
 * @param kid its id
 * @param publicJwk the public half, as a JWK Set has it
 * @param signer makes a signature for an algorithm
 */
public record SigningKey(String kid, Map<String, Object> publicJwk, Signer signer) {

  /** Makes signatures. */
  @FunctionalInterface
  public interface Signer {
    byte[] sign(String algorithm, byte[] input) throws JOSEException, GeneralSecurityException;
  }

  /** Made once, because RSA keys are slow to make. */
  public static final SigningKey RSA = rsa("rsa", 2048);

  public static final SigningKey OTHER_RSA = rsa("other-rsa", 2048);
  public static final SigningKey WEAK_RSA = rsa("weak-rsa", 1024);
  public static final SigningKey P256 = ec("p256", Curve.P_256);
  public static final SigningKey P384 = ec("p384", Curve.P_384);
  public static final SigningKey P521 = ec("p521", Curve.P_521);
  public static final SigningKey ED25519 = ed25519("ed25519");
  public static final SigningKey OCT = oct("oct");

  /** The same key under another name. */
  public SigningKey withKid(String other) {
    return withMember("kid", other).named(other);
  }

  /** RFC 7638, as {@code cnf.jkt} has it. */
  public String thumbprint() {
    try {
      return JWK.parse(publicJwk).computeThumbprint().toString();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key with another member in its JWK; null takes the member away. */
  public SigningKey withMember(String name, @Nullable Object value) {
    Map<String, Object> jwk = new LinkedHashMap<>(publicJwk);
    if (value == null) {
      jwk.remove(name);
    } else {
      jwk.put(name, value);
    }
    return new SigningKey(kid, jwk, signer);
  }

  private SigningKey named(String name) {
    return new SigningKey(name, publicJwk, signer);
  }

  /** The algorithm that this key is used with where nothing else is said. */
  public String algorithm() {
    String curve = String.valueOf(publicJwk.get("crv"));
    return switch (curve) {
      case "P-256" -> "ES256";
      case "P-384" -> "ES384";
      case "P-521" -> "ES512";
      case "Ed25519" -> "EdDSA";
      default -> "oct".equals(publicJwk.get("kty")) ? "HS256" : "RS256";
    };
  }

  byte[] sign(String algorithm, byte[] input) {
    try {
      return signer.sign(algorithm, input);
    } catch (JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey rsa(String kid, int bits) {
    try {
      RSAKey key = new RSAKeyGenerator(bits, true).keyID(kid).generate();
      return of(key, new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey ec(String kid, Curve curve) {
    try {
      ECKey key = new ECKeyGenerator(curve).keyID(kid).generate();
      return of(key, new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey oct(String kid) {
    try {
      var key = new OctetSequenceKeyGenerator(256).keyID(kid).generate();
      return new SigningKey(kid, key.toJSONObject(), nimbus(new MACSigner(key)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey ed25519(String kid) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      Map<String, Object> jwk = new LinkedHashMap<>();
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("kid", kid);
      jwk.put("x", Base64URL.encode(raw).toString());
      return new SigningKey(
          kid,
          jwk,
          (algorithm, input) -> {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
          });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey of(JWK key, JWSSigner signer) {
    return new SigningKey(key.getKeyID(), key.toPublicJWK().toJSONObject(), nimbus(signer));
  }

  private static Signer nimbus(JWSSigner signer) {
    return (algorithm, input) ->
        signer.sign(new JWSHeader(JWSAlgorithm.parse(algorithm)), input).decode();
  }
}
