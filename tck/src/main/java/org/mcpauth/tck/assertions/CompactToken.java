// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The three parts of a JWS (RFC 7515 §7.1), to be taken apart and put together wrongly.
 *
 * @param header as it is sent
 * @param payload as it is sent
 * @param signature as it is sent
 */
record CompactToken(String header, String payload, String signature) {

  static CompactToken of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a token of the issuer has three parts");
    }
    return new CompactToken(parts[0], parts[1], parts[2]);
  }

  /** The text of a part. */
  static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  /** A part of a text. */
  static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  CompactToken header(UnaryOperator<String> change) {
    return new CompactToken(encoded(change.apply(decoded(header))), payload, signature);
  }

  CompactToken payload(UnaryOperator<String> change) {
    return new CompactToken(header, encoded(change.apply(decoded(payload))), signature);
  }

  CompactToken signature(String other) {
    return new CompactToken(header, payload, other);
  }

  /** With one bit of the signature changed; negative positions count from its end. */
  CompactToken signatureBit(int position) {
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    bytes[Math.floorMod(position, bytes.length)] ^= 1;
    return signature(encoded(bytes));
  }

  /** Under HS256 with an empty secret, which a single zero byte is the same as (RFC 2104 §2). */
  CompactToken signedWithNoSecret() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[1], "HmacSHA256"));
      byte[] input = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
      return signature(encoded(mac.doFinal(input)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC", e);
    }
  }

  /** The {@code kid}. */
  String keyId() {
    try (JsonReader reader = Json.createReader(new StringReader(decoded(header)))) {
      return reader.readObject().getString("kid");
    }
  }

  /** As it goes into a request. */
  String text() {
    return header + "." + payload + "." + signature;
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "a token";
  }
}
