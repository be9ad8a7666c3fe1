// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.settings.ResourceSettings.Mtls;

/**
 * Compares the client certificate of a request with the one that a token is bound to (RFC 8705 §3).
 * The certificate has one source: the header of a proxy, if that is configured, otherwise the
 * container. The other source is not looked at, since anybody can send a header, and behind a proxy
 * the container sees the certificate of the proxy. Whether the certificate is valid, and its key
 * the client's, was found out by whoever ended TLS. Thread-safe.
 */
final class CertificateBinding {

  private final Optional<String> header;

  CertificateBinding(Mtls settings) {
    this.header = settings.certificateHeader();
  }

  /**
   * Tells what is wrong.
   *
   * @param presented the request
   * @param confirmed the thumbprint that the token is bound to ({@code cnf.x5t#S256})
   * @return why the token is refused; empty if the certificate is the right one
   */
  Optional<ProofResult.Refused> fault(PresentedToken presented, String confirmed) {
    if (header.isEmpty()) {
      return fault(presented.certificate().get(), confirmed);
    }
    List<String> values = presented.headers().apply(header.get());
    if (values.size() > 1) {
      return refused("The header with the client certificate occurs more than once");
    }
    if (values.isEmpty() || values.get(0).isEmpty()) {
      return fault(Optional.empty(), confirmed);
    }
    Optional<X509Certificate> certificate = ForwardedCertificate.read(values.get(0));
    return certificate.isEmpty()
        ? refused("The header with the client certificate cannot be read")
        : fault(certificate, confirmed);
  }

  private static Optional<ProofResult.Refused> fault(
      Optional<X509Certificate> certificate, String confirmed) {
    if (certificate.isEmpty()) {
      return refused("The access token is bound to a client certificate, and none was used");
    }
    return Sha256.same(thumbprint(certificate.get()), confirmed)
        ? Optional.empty()
        : refused("The access token is bound to another client certificate");
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      return Sha256.base64url(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      return ""; // equal to no thumbprint
    }
  }

  private static Optional<ProofResult.Refused> refused(String description) {
    return Optional.of(ProofResult.Refused.token(description));
  }
}
