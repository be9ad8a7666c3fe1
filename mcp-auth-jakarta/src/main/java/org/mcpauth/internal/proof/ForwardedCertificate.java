// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a client certificate as proxies write it into a header: as a byte sequence of structured
 * fields ({@code Client-Cert}, RFC 9440 §2.1), as PEM that is percent-encoded (nginx, {@code
 * $ssl_client_escaped_cert}), or as the bare base64 of the certificate, percent-encoded or not
 * (Apache, Traefik). One certificate and nothing else.
 */
final class ForwardedCertificate {

  /** Certificates in use have 1 to 3 KB. */
  private static final int MAX_LENGTH = 16_384;

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----\\r"
              + "?\\n"
              + "([A-Za-z0-9+/=\\r"
              + "\\n"
              + "]+)-----END CERTIFICATE-----\\s*+");

  private ForwardedCertificate() {}

  /**
   * Reads a certificate.
   *
   * @param value the value of the header
   * @return the certificate; empty if it is not exactly one
   */
  static Optional<X509Certificate> read(String value) {
    if (value.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return certificate(Base64.getDecoder().decode(base64(value)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // neither base64 nor percent-encoded
    }
  }

  private static String base64(String value) {
    if (value.length() > 2 && value.startsWith(":") && value.endsWith(":")) {
      return value.substring(1, value.length() - 1);
    }
    String text = value.indexOf('%') < 0 ? value : percentDecoded(value);
    Matcher pem = PEM.matcher(text);
    return pem.matches() ? pem.group(1).replace("\r", "").replace("\n", "") : text;
  }

  /** A plus sign stands for itself here: this is no form. */
  private static String percentDecoded(String value) {
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.US_ASCII);
  }

  private static Optional<X509Certificate> certificate(byte[] der) {
    try {
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      // The factory takes other encodings too, and leaves unread what comes after the certificate.
      return read instanceof X509Certificate one && Arrays.equals(one.getEncoded(), der)
          ? Optional.of(one)
          : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
