// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;

/**
 * The nonces of this server (RFC 9449 §8.2, §9), without a memory: a nonce is the MAC of the window
 * of time that it was offered in. The nonces of this window and of the one before are accepted, so
 * that each is good for one window at least and two at most.
 *
 * <p>Without a key of their own, all nonces end when the process does, and several nodes behind one
 * URL do not know each other's: they need the same key, or a client that stays with its node.
 * Thread-safe.
 */
public final class DpopNonces {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** A key that is used for something else as well must not make nonces by accident. */
  private static final byte[] PURPOSE = "mcp-auth DPoP-Nonce".getBytes(StandardCharsets.US_ASCII);

  private final SecretKeySpec key;
  private final long windowMillis;
  private final Clock clock;

  /**
   * Makes nonces with a random key.
   *
   * @param window how long a nonce is offered
   * @param clock tells the time
   */
  public DpopNonces(Duration window, Clock clock) {
    this(window, clock, randomKey());
  }

  /**
   * Makes nonces with a key that several nodes share.
   *
   * @param window how long a nonce is offered; the same on every node
   * @param clock tells the time
   * @param key at least 32 bytes, random and secret
   * @throws IllegalArgumentException if the key is too short or the window is not positive
   */
  public DpopNonces(Duration window, Clock clock, byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException("the key has fewer than " + KEY_BYTES + " bytes");
    }
    if (window.toMillis() <= 0) {
      throw new IllegalArgumentException("the window has to be positive");
    }
    this.key = new SecretKeySpec(key, MAC);
    this.windowMillis = window.toMillis();
    this.clock = clock;
  }

  /** The nonces that the settings want, with a random key. */
  static Optional<DpopNonces> of(Dpop settings, Clock clock) {
    return settings.nonce()
        ? Optional.of(new DpopNonces(settings.nonceTtl(), clock))
        : Optional.empty();
  }

  private static byte[] randomKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /**
   * The nonce to offer now.
   *
   * @return 43 characters of base64url
   */
  public String current() {
    return ofWindow(window());
  }

  /**
   * Tells whether a proof with this nonce is recent.
   *
   * @param nonce what a client sent
   * @return true if it is the nonce of this window or of the one before
   */
  public boolean isRecent(String nonce) {
    long window = window();
    return Sha256.same(nonce, ofWindow(window)) || Sha256.same(nonce, ofWindow(window - 1));
  }

  /**
   * The nonce to offer with a successful answer, so that the client has it before its own one ends.
   *
   * @param used the nonce of the proof, a recent one
   * @return the current nonce; empty if that is the one that was used
   */
  public Optional<String> successorOf(String used) {
    return Optional.of(current()).filter(current -> !current.equals(used));
  }

  /**
   * The headers of an answer with a nonce, which must not be cached (RFC 9449 §8.2).
   *
   * @param nonce the nonce
   * @return {@code DPoP-Nonce} and {@code Cache-Control}
   */
  public static Map<String, String> headers(String nonce) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("DPoP-Nonce", nonce);
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private long window() {
    return Math.floorDiv(clock.millis(), windowMillis);
  }

  private String ofWindow(long window) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(PURPOSE);
      byte[] value = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }
}
