// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;

/**
 * Documents in the formats that a product documents. In key sets the name of a test key stands
 * where the numbers of a key are.
 *
 * @param provider the folder of the documents
 */
record ProviderDocuments(String provider) {

  private static final Map<String, SigningKey> KEYS =
      Map.of("RSA", SigningKey.RSA, "OTHER_RSA", SigningKey.OTHER_RSA);

  String text(String document) {
    String name = "/providers/" + provider + "/" + document + ".json";
    try (InputStream in = ProviderDocuments.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no document " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String keySet(String document) {
    Map<String, Object> set = parsed(text(document));
    if (!(set.get("keys") instanceof List<?> keys)) {
      throw new IllegalArgumentException("no key set " + document);
    }
    keys.forEach(key -> putNumbers(members(key)));
    return JSONObjectUtils.toJSONString(set);
  }

  private static void putNumbers(Map<String, Object> jwk) {
    SigningKey key = KEYS.get(String.valueOf(jwk.get("n")));
    if (key == null) {
      throw new IllegalArgumentException("no test key " + jwk.get("n"));
    }
    jwk.put("n", String.valueOf(key.publicJwk().get("n")));
    jwk.put("e", String.valueOf(key.publicJwk().get("e")));
  }

  /** A token with the header and the claims of a document and nothing else. */
  TokenBuilder token(String document, SigningKey key) {
    Map<String, Object> parts = parsed(text(document));
    TokenBuilder token = new TokenBuilder(key).withoutHeader("typ").withoutHeader("kid");
    members(Objects.requireNonNull(parts.get("header"))).forEach(token::header);
    members(Objects.requireNonNull(parts.get("claims"))).forEach(token::claim);
    return token;
  }

  private static Map<String, Object> parsed(String json) {
    try {
      return JSONObjectUtils.parse(json);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }
}
