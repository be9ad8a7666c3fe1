// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jose4j.keys.HmacKey;
import org.mcpauth.internal.settings.Secret;

/** Makes keys for the HMAC algorithms (RFC 7518 §3.2) of a secret that is configured. */
public final class SecretKeys {

  /** A key must be at least as long as the output of the hash, in bytes. */
  private static final Map<String, Integer> MIN_LENGTHS =
      new TreeMap<>(Map.of("HS256", 32, "HS384", 48, "HS512", 64));

  private SecretKeys() {}

  /**
   * The keys that a secret makes: one for each algorithm for which it is long enough.
   *
   * @param secret the secret, of which the bytes in UTF-8 are the key
   * @return at least one key
   * @throws IllegalArgumentException if the secret is too short; the message does not quote it
   */
  public static List<VerificationKey> of(Secret secret) {
    byte[] bytes = secret.value().getBytes(StandardCharsets.UTF_8);
    List<VerificationKey> keys = new ArrayList<>();
    MIN_LENGTHS.forEach(
        (algorithm, length) -> {
          if (bytes.length >= length) {
            keys.add(
                new VerificationKey(
                    Optional.empty(), Optional.of(algorithm), "oct", new HmacKey(bytes)));
          }
        });
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("is shorter than 32 bytes (RFC 7518 §3.2)");
    }
    return List.copyOf(keys);
  }
}
