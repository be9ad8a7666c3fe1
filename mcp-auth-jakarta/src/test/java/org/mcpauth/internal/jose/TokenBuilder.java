// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a JWT together, a right one or a wrong one. Not thread-safe. */
public final class TokenBuilder {

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private SigningKey key;

  public TokenBuilder(SigningKey key) {
    this.key = key;
    header.put("typ", "at+jwt");
    header.put("alg", key.algorithm());
    header.put("kid", key.kid());
  }

  public TokenBuilder header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  public TokenBuilder withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  public TokenBuilder claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  public TokenBuilder without(String name) {
    claims.remove(name);
    return this;
  }

  /** Signs with another key, and says so in {@code alg} and {@code kid}. */
  public TokenBuilder key(SigningKey other) {
    key = other;
    return header("alg", other.algorithm()).header("kid", other.kid());
  }

  /** Signs with another key, while the header stays as it is. */
  public TokenBuilder forgedWith(SigningKey other) {
    key = other;
    return this;
  }

  public String headerJson() {
    return JSONObjectUtils.toJSONString(header);
  }

  public String claimsJson() {
    return JSONObjectUtils.toJSONString(claims);
  }

  public String sign() {
    return sign(headerJson(), claimsJson());
  }

  /** Signs other claims than those that were given, for JSON that no writer would write. */
  public String signClaims(String claimsJson) {
    return sign(headerJson(), claimsJson);
  }

  /** Signs with another header than the one that was given. */
  public String signHeader(String headerJson) {
    return sign(headerJson, claimsJson());
  }

  private String sign(String headerJson, String claimsJson) {
    String input = unsigned(headerJson, claimsJson);
    byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
    String algorithm = String.valueOf(header.get("alg"));
    return input + "." + Base64URL.encode(key.sign(algorithm, bytes));
  }

  /** Header and payload without the last part. */
  public String unsigned() {
    return unsigned(headerJson(), claimsJson());
  }

  private static String unsigned(String headerJson, String claimsJson) {
    return Base64URL.encode(headerJson) + "." + Base64URL.encode(claimsJson);
  }
}
