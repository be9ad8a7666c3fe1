// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A self-signed certificate, and its thumbprint as another program found it.
 *
 * @param pem the certificate
 * @param thumbprint {@code x5t#S256}
 */
record ClientCertificate(String pem, String thumbprint) {

  static final ClientCertificate A =
      new ClientCertificate(
          """
          -----BEGIN CERTIFICATE-----
          MIIBfTCCASOgAwIBAgIUWrBGgL8gcjlJaF/Sd593/yefqlgwCgYIKoZIzj0EAwIw
          EzERMA8GA1UEAwwIY2xpZW50LWEwIBcNMjYxMTIxMTcwMzEyWhgPMjEyNjEwMjgx
          NzAzMTJaMBMxETAPBgNVBAMMCGNsaWVudC1hMFkwEwYHKoZIzj0CAQYIKoZIzj0D
          AQcDQgAExSXKka2O2kv1sH2Yqig0+2Q4iO/Z1EB50ApAZ/lAAMUTRUmkEdETt8yR
          FEisKFPaczIfraRDPtA1Oba7XVk11aNTMFEwHQYDVR0OBBYEFPTaEngC5pAX1AHQ
          waAB8VWY22cjMB8GA1UdIwQYMBaAFPTaEngC5pAX1AHQwaAB8VWY22cjMA8GA1Ud
          EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgK7FNUZn1lc5cAERdCuAtzug0
          x6eyQxQ0Enr0XefD+twCIQDMzzDy8wSpgUjmF0jAgtxRBuMk3+IrTkNm9SNRXRUr
          Hw==
          -----END CERTIFICATE-----
          """,
          "PTIxQf44rW83LlX6ck9c5z6F6FV-T2BYwld3ygkFQeE");

  static final ClientCertificate B =
      new ClientCertificate(
          """
          -----BEGIN CERTIFICATE-----
          MIIBfjCCASOgAwIBAgIUcFENV7f5VqZqnC1Dp9mE6hK6IUYwCgYIKoZIzj0EAwIw
          EzERMA8GA1UEAwwIY2xpZW50LWIwIBcNMjYxMTIxMTcwMzEyWhgPMjEyNjEwMjgx
          NzAzMTJaMBMxETAPBgNVBAMMCGNsaWVudC1iMFkwEwYHKoZIzj0CAQYIKoZIzj0D
          AQcDQgAEd1/zOlr8B08+nh3JLN0R+rfFnc7YtcWKg+uCs3dL4IupA+PeRZloxbtY
          AFBHpsaodXLWDIXeQn4uoenuk30JWaNTMFEwHQYDVR0OBBYEFKBla4DLGKZ1n4CI
          2BZrYuZwovA0MB8GA1UdIwQYMBaAFKBla4DLGKZ1n4CI2BZrYuZwovA0MA8GA1Ud
          EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAI27myZElIozQQN8kECLRFzn
          hq4lKAGF1ujn8/SXKGoDAiEAqoN0PErQjX2MTWJJ9Ze+vNG627YUCGwHvic5TUFn
          ndM=
          -----END CERTIFICATE-----
          """,
          "J-jtz6IY09TtXxv-96wS7Z2ronSQhkOCLOyZR34_z6w");

  /** The certificate, as a container has it. */
  X509Certificate x509() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The base64 of its DER, in one line. */
  String base64() {
    return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
  }

  byte[] der() {
    return Base64.getDecoder().decode(base64());
  }

  /** As nginx writes {@code $ssl_client_escaped_cert}: everything but unreserved characters. */
  String escapedPem() {
    return escaped(pem);
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unreserved = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
      escaped.append(unreserved ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }
}
