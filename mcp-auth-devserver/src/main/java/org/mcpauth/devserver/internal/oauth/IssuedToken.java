// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is remembered of an access token.
 *
 * @param grantId the grant that it descends from
 * @param claims what it says
 * @param revoked whether it is no longer active
 * @param changes how introspection differs from what is said here
 */
record IssuedToken(
    String grantId, JWTClaimsSet claims, boolean revoked, Consumer<Map<String, Object>> changes) {

  static IssuedToken of(String grantId, JWTClaimsSet claims) {
    return new IssuedToken(grantId, claims, false, members -> {});
  }

  IssuedToken revoke() {
    return new IssuedToken(grantId, claims, true, changes);
  }

  /** RFC 7662 §2.2, all but {@code active}. */
  Map<String, Object> introspection() {
    Map<String, Object> members = new LinkedHashMap<>(claims.toJSONObject());
    // RFC 9449 §6.2.
    boolean dpop = members.get("cnf") instanceof Map<?, ?> cnf && cnf.containsKey("jkt");
    members.put("token_type", dpop ? "DPoP" : "Bearer");
    Optional.ofNullable(members.get("iat")).ifPresent(iat -> members.putIfAbsent("nbf", iat));
    Object subject = members.get("sub");
    // RFC 9068 §2.2: where sub is the client, nobody has a name.
    if (subject != null && !subject.equals(members.get("client_id"))) {
      members.putIfAbsent("username", subject);
    }
    changes.accept(members);
    return members;
  }

  /** Whether only its sender may use it, which the token or introspection says (RFC 7800 §3.1). */
  boolean senderConstrained() {
    return claims.getClaim("cnf") != null || introspection().containsKey("cnf");
  }

  /** Claims are personal. */
  @Override
  public String toString() {
    return "IssuedToken[revoked=" + revoked + "]";
  }
}
