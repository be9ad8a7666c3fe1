// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

/** An authorization server as far as a resource sees it: metadata, keys and tokens. Thread-safe. */
public final class TestIssuer {

  public static final String ISSUER = "https://issuer.example.com";

  private final String identifier;
  private volatile List<SigningKey> keys;

  public TestIssuer(SigningKey... keys) {
    this(ISSUER, keys);
  }

  public TestIssuer(String identifier, SigningKey... keys) {
    this.identifier = identifier;
    this.keys = List.of(keys);
  }

  public String identifier() {
    return identifier;
  }

  public String metadataUri() {
    return identifier + "/.well-known/oauth-authorization-server";
  }

  public String jwksUri() {
    return identifier + "/jwks";
  }

  public String metadata() {
    return JSONObjectUtils.toJSONString(Map.of("issuer", identifier, "jwks_uri", jwksUri()));
  }

  public String jwks() {
    List<Object> jwks = new ArrayList<>();
    keys.forEach(key -> jwks.add(key.publicJwk()));
    return JSONObjectUtils.toJSONString(Map.of("keys", jwks));
  }

  public void rotateTo(SigningKey... newKeys) {
    keys = List.of(newKeys);
  }

  /** A token of RFC 9068 for the resource of these tests, valid for five minutes, without scope. */
  public TokenBuilder token(MutableClock clock) {
    return tokenAt(clock.instant().getEpochSecond());
  }

  public TokenBuilder tokenAt(long now) {
    return new TokenBuilder(keys.get(0))
        .claim("iss", identifier)
        .claim("sub", "alice")
        .claim("aud", TestSettings.RESOURCE)
        .claim("client_id", "client-1")
        .claim("jti", "jti-1")
        .claim("iat", now)
        .claim("exp", now + 300);
  }
}
