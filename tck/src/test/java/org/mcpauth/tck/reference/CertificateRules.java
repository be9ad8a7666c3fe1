// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whose certificate it is, where a proxy that ends TLS says so (RFC 8705 §3, RFC 9440). */
public class CertificateRules {

  private final Optional<String> header;

  /**
   * Of one resource.
   *
   * @param header what the proxy writes; empty if there is no proxy, and no TLS either
   */
  public CertificateRules(Optional<String> header) {
    this.header = header;
  }

  /** Whether a token may be used by who sends it. */
  public boolean isAllowed(Caller caller, Request request) {
    return caller.certificate().isEmpty() || caller.certificate().equals(thumbprint(request));
  }

  public Optional<String> thumbprint(Request request) {
    return header
        .map(request::headers)
        .flatMap(this::one)
        .filter(line -> line.matches(":[^:]+:"))
        .flatMap(line -> thumbprint(line.substring(1, line.length() - 1)));
  }

  /** One line, one certificate. */
  public Optional<String> one(List<String> lines) {
    return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
  }

  /** Of a certificate in Base64. */
  protected static Optional<String> thumbprint(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      byte[] certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getEncoded();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate);
      return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
