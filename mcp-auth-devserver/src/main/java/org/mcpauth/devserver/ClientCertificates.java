// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mcpauth.devserver.internal.certificates.SelfSigned;

/**
 * Makes self-signed certificates with P-256 keys for clients that authenticate in the TLS handshake
 * (RFC 8705). Immutable: every method returns a new value.
 *
 * <pre>{@code
 * ClientCertificate client = ClientCertificates.selfSigned().commonName("app").generate();
 * String token = draft.boundTo(client.certificate()).mint();
 * }</pre>
 */
public final class ClientCertificates {

  private static final int LONGEST_NAME = 64;

  private record Validity(Instant from, Instant until) {}

  private final String commonName;
  private final Optional<Validity> validity;

  private ClientCertificates(String commonName, Optional<Validity> validity) {
    this.commonName = commonName;
    this.validity = validity;
  }

  /**
   * Certificates of {@code CN=client}, valid for a day, counted from their making by the system's
   * clock.
   *
   * @return a maker
   */
  public static ClientCertificates selfSigned() {
    return new ClientCertificates("client", Optional.empty());
  }

  /**
   * Whose certificate it is, {@code CN} of subject and issuer.
   *
   * @param name 1 to 64 characters
   * @return a new maker
   * @throws IllegalArgumentException if it is longer or empty
   */
  public ClientCertificates commonName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a common name has 1 to 64 characters");
    }
    return new ClientCertificates(name, validity);
  }

  /**
   * When it is valid, also in the past or in the future; fractions of a second are cut off.
   *
   * @param from the first moment
   * @param until the last moment
   * @return a new maker
   */
  public ClientCertificates validBetween(Instant from, Instant until) {
    return new ClientCertificates(commonName, Optional.of(new Validity(from, until)));
  }

  /**
   * Generates a key pair, and a certificate of it.
   *
   * @return a new one each time
   */
  public ClientCertificate generate() {
    KeyPair keys = newKeys();
    Instant now = Instant.now();
    Validity valid =
        validity.orElseGet(
            () -> new Validity(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(1))));
    return new ClientCertificate(
        SelfSigned.certificate(keys, commonName, valid.from(), valid.until()), keys.getPrivate());
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }
}
