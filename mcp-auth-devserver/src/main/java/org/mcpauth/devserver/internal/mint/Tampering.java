// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/** Changes to a finished token, after which its signature no longer fits. */
public final class Tampering {

  private Tampering() {}

  /**
   * Replaces a claim and keeps the old signature.
   *
   * @param token a compact JWS
   * @param claim the claim
   * @param value its new value
   * @return the changed token
   */
  public static String payload(String token, String claim, Object value) {
    String[] parts = token.split("\\.", -1);
    try {
      Map<String, Object> claims = JSONObjectUtils.parse(new Base64URL(parts[1]).decodeToString());
      claims.put(claim, value);
      return parts[0]
          + "."
          + Base64URL.encode(JSONObjectUtils.toJSONString(claims))
          + "."
          + parts[2];
    } catch (ParseException e) {
      throw new IllegalStateException("the payload was no JSON object before", e);
    }
  }

  /**
   * Flips one bit in the middle of the signature.
   *
   * @param token a compact JWS
   * @return the changed token
   */
  public static String signature(String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature = new Base64URL(token.substring(dot + 1)).decode();
    if (signature.length == 0) {
      return token + "AAAA";
    }
    signature[signature.length / 2] ^= 1;
    return token.substring(0, dot + 1) + Base64URL.encode(signature);
  }
}
