// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.mcpauth.devserver.internal.keys.PublicKeyBytes;
import org.mcpauth.devserver.internal.keys.SigningKey;

/** Who signs a token, and how. */
public final class Signing {

  /** The current key of the server: genuine. */
  public static final Signing SERVER_KEY =
      new Signing(key -> key.algorithm().getName(), true, (in, key, foreign) -> by(key, in));

  /** A key of the same kind that the server never published, under the key id of the current. */
  public static final Signing FOREIGN_KEY =
      new Signing(key -> key.algorithm().getName(), true, (in, key, foreign) -> by(foreign, in));

  /** {@code alg: none}, RFC 7518 §3.6. */
  public static final Signing NONE = new Signing(key -> "none", false, (in, key, foreign) -> "");

  /** HS256 with the PEM text of the server's public key. */
  public static final Signing HMAC_WITH_PUBLIC_PEM = confusedBy(PublicKeyBytes.PEM);

  /** HS256 with the DER bytes of the server's public key. */
  public static final Signing HMAC_WITH_PUBLIC_DER = confusedBy(PublicKeyBytes.DER);

  /** HS256 with the modulus of the server's public key. */
  public static final Signing HMAC_WITH_PUBLIC_MODULUS = confusedBy(PublicKeyBytes.MODULUS);

  @FunctionalInterface
  private interface Signer {

    String sign(String signingInput, SigningKey key, SigningKey foreign);
  }

  private final Function<SigningKey, String> algorithm;
  private final boolean named;
  private final Signer signer;

  private Signing(Function<SigningKey, String> algorithm, boolean named, Signer signer) {
    this.algorithm = algorithm;
    this.named = named;
    this.signer = signer;
  }

  /**
   * HS256 with a secret that both sides know. There is no {@code kid}: the secret is in no JWK Set.
   *
   * @param secret at least 32 bytes (RFC 7518 §3.2)
   * @return a new value
   */
  public static Signing hmac(byte[] secret) {
    byte[] copy = secret.clone();
    return new Signing(key -> "HS256", false, (in, key, foreign) -> hmac(copy, in));
  }

  /** What the header says about the signature. */
  void describe(Map<String, Object> header, SigningKey key) {
    header.put("alg", algorithm.apply(key));
    if (named) {
      header.put("kid", key.keyId());
    }
  }

  String sign(String signingInput, SigningKey key, SigningKey foreign) {
    return signer.sign(signingInput, key, foreign);
  }

  private static Signing confusedBy(PublicKeyBytes form) {
    return new Signing(key -> "HS256", true, (in, key, foreign) -> hmac(form.of(key.jwk()), in));
  }

  private static String by(SigningKey key, String signingInput) {
    return key.sign(signingInput).toString();
  }

  private static String hmac(byte[] secret, String signingInput) {
    try {
      return new MACSigner(secret)
          .sign(new JWSHeader(JWSAlgorithm.HS256), signingInput.getBytes(StandardCharsets.US_ASCII))
          .toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with HS256", e);
    }
  }
}
