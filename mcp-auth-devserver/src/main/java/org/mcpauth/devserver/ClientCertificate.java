// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/**
 * What a client needs to authenticate in the TLS handshake. Made by {@link ClientCertificates}.
 *
 * @param certificate the certificate
 * @param privateKey the key that belongs to it
 */
public record ClientCertificate(X509Certificate certificate, PrivateKey privateKey) {

  /**
   * The SHA-256 thumbprint, to which tokens are bound by {@code cnf.x5t#S256} (RFC 8705 §3.1).
   *
   * @return base64url
   */
  public String thumbprint() {
    return X509CertUtils.computeSHA256Thumbprint(certificate).toString();
  }

  /**
   * The certificate for a header of a proxy that ends TLS, or for a trust store in a file.
   *
   * @return PEM with line breaks
   */
  public String pem() {
    return X509CertUtils.toPEMString(certificate);
  }

  /**
   * A key store for the client's {@code KeyManagerFactory}, in memory.
   *
   * @param password of store and key
   * @return PKCS #12, with one entry {@code client}
   */
  public KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("client", privateKey, password, new Certificate[] {certificate});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK has no PKCS #12", e);
    }
  }

  /** Names no key. */
  @Override
  public String toString() {
    return "ClientCertificate[" + certificate.getSubjectX500Principal().getName() + "]";
  }
}
