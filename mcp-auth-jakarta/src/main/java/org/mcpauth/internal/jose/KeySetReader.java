// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/**
 * Reads JWK Sets (RFC 7517 §5). A key that cannot be used is left out, so that it does not spoil
 * the others: keys for encryption silently, what is exotic or wrong with one warning for the set.
 */
public final class KeySetReader {

  private static final Pattern NOT_PRINTED = Pattern.compile("[^A-Za-z0-9._~:/+=@-]");
  private static final int LONGEST_KID = 64;
  private static final int MOST_KIDS = 8;

  private KeySetReader() {}

  /**
   * Reads a JWK Set that an authorization server publishes.
   *
   * @param json the text
   * @return the public keys that verify signatures; never a symmetric or a private one
   * @throws IllegalArgumentException if it is no JWK Set; the message does not quote it
   */
  public static List<VerificationKey> read(String json) {
    List<VerificationKey> keys = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Object item : items(members(json))) {
      PublicJwk jwk = jwk(item);
      try {
        if (!jwk.isForSomethingElse()) {
          keys.add(jwk.read());
        }
      } catch (PublicJwk.RefusedException e) {
        leftOut.add(jwk.kid().map(KeySetReader::printable).orElse("(no kid)"));
      }
    }
    if (!leftOut.isEmpty()) {
      List<String> named = leftOut.subList(0, Math.min(leftOut.size(), MOST_KIDS));
      Messages.warn(Message.KEYS_LEFT_OUT, leftOut.size(), String.join(", ", named));
    }
    return List.copyOf(keys);
  }

  /** The members of a JSON object, which may be a JWK or a JWK Set. */
  static Map<String, Object> members(String json) {
    try {
      return ClaimsReader.readLeniently(json);
    } catch (RuntimeException e) {
      // Not passed on: it may quote what it could not read.
      throw new IllegalArgumentException("is not a JSON object");
    }
  }

  static List<?> items(Map<String, Object> set) {
    if (set.get("keys") instanceof List<?> items) {
      return items;
    }
    throw new IllegalArgumentException("is not a JWK Set");
  }

  /** What is no object becomes a key without members, which nobody takes. */
  static PublicJwk jwk(Object item) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (item instanceof Map<?, ?> map) {
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return new PublicJwk(members);
  }

  private static String printable(String kid) {
    String part = kid.substring(0, Math.min(kid.length(), LONGEST_KID));
    return NOT_PRINTED.matcher(part).replaceAll("?");
  }
}
