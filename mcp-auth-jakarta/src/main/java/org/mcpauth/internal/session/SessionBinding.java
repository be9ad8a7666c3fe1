// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.settings.Secret;

/**
 * Binds session ids to callers (STATE-1): the client gets the id of the server with a message
 * authentication code over it and the caller, and the server gets its own id back if the code is
 * that of who brings it. Nothing has to be remembered, so nothing can grow, and nodes of a cluster
 * that share the key know each other's sessions. Immutable, thread-safe.
 */
public final class SessionBinding {

  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits cannot be guessed. */
  private static final int CODE_BYTES = 16;

  private static final int KEY_BYTES = 32;

  /** Between id and code; the code has none itself. */
  private static final char SEPARATOR = '.';

  private final SecretKeySpec key;

  /**
   * Makes a binding.
   *
   * @param secret what is shared with other nodes; null for a key that nobody else has
   */
  public SessionBinding(@Nullable Secret secret) {
    this.key = new SecretKeySpec(secret == null ? random() : keyOf(secret), ALGORITHM);
  }

  private static byte[] random() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] keyOf(Secret secret) {
    return Sha256.of(secret.value().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the client gets for the id of a session.
   *
   * @param id the id, as the server has it
   * @param caller who opened the session; empty if it is anonymous
   * @return the id and its code
   */
  public String bind(String id, Optional<AccessToken> caller) {
    return id + SEPARATOR + code(id, caller);
  }

  /**
   * The id of the server for what a client brings.
   *
   * @param bound what the client brings
   * @param caller who brings it; empty if it is anonymous
   * @return the id; empty if it is not that of a session which this caller opened
   */
  public Optional<String> open(String bound, Optional<AccessToken> caller) {
    int at = bound.lastIndexOf(SEPARATOR);
    if (at < 1) {
      return Optional.empty();
    }
    String id = bound.substring(0, at);
    return Sha256.same(bound.substring(at + 1), code(id, caller))
        ? Optional.of(id)
        : Optional.empty();
  }

  private String code(String id, Optional<AccessToken> caller) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : principal(caller)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(lengthOf(bytes)); // so that no two principals run together
        mac.update(bytes);
      }
      byte[] code = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(code, CODE_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  private static byte[] lengthOf(byte[] bytes) {
    return (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The user at the authorization server, or the client where there is none. Not the client beside
   * the user: one that steps up may have to register anew, and the session goes on.
   */
  private static String[] principal(Optional<AccessToken> caller) {
    if (caller.isEmpty()) {
      return new String[] {"anonymous"};
    }
    AccessToken token = caller.get();
    Optional<String> subject = token.subject();
    return subject.isPresent()
        ? new String[] {"subject", token.issuer(), subject.get()}
        : new String[] {"client", token.issuer(), token.clientId().orElse("")};
  }
}
