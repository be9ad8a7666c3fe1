// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.json.JsonReading;
import org.mcpauth.checker.internal.json.Members;
import org.mcpauth.checker.internal.json.UnreadableJsonException;

/**
 * A signed JWT in compact form (RFC 7515 §3.1), read and not verified: it came from the issuer
 * itself, and nobody is let in with it.
 *
 * @param header the JOSE header
 * @param claims the claims
 */
record CompactJwt(Members header, Members claims) {

  /** Empty if the token is something else: opaque for us, as it may be. */
  static Optional<CompactJwt> parse(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CompactJwt(object(parts[0]), object(parts[1])));
    } catch (IllegalArgumentException | UnreadableJsonException e) {
      return Optional.empty();
    }
  }

  private static Members object(String part) throws UnreadableJsonException {
    byte[] json = Base64.getUrlDecoder().decode(part);
    return new Members(JsonReading.object(new String(json, StandardCharsets.UTF_8)));
  }

  /** One value or several (RFC 7519 §4.1.3). */
  List<String> audiences() {
    return claims.texts("aud").orElseGet(() -> claims.text("aud").map(List::of).orElse(List.of()));
  }
}
