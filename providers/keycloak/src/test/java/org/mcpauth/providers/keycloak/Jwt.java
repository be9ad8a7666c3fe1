// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Base64;

/**
 * A token of Keycloak's as it is written, without verification: for looking at what Keycloak does.
 *
 * @param header the JOSE header
 * @param claims the claims
 */
record Jwt(JsonObject header, JsonObject claims) {

  static Jwt parse(String token) {
    String[] parts = token.split("\\.", -1);
    return new Jwt(decode(parts[0]), decode(parts[1]));
  }

  private static JsonObject decode(String part) {
    String text = new String(Base64.getUrlDecoder().decode(part), UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
