// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardedCertificateTest {

  private static final ClientCertificate A = ClientCertificate.A;

  static Stream<String> certificates() {
    String onePlusBare = A.escapedPem().replace("%2B", "+");
    return Stream.of(
        ":" + A.base64() + ":",
        A.escapedPem(),
        ClientCertificate.escaped(A.pem().strip()),
        ClientCertificate.escaped(A.pem().replace("\n", "\r\n")),
        onePlusBare,
        A.base64(),
        ClientCertificate.escaped(A.base64()));
  }

  /** RFC 9440 §2.1; nginx; Apache and Traefik. The plus signs of base64 are no spaces. */
  @ParameterizedTest
  @MethodSource("certificates")
  void readWhenOneCertificateThenIt(String value) {
    assertThat(A.base64()).contains("+");
    assertThat(ForwardedCertificate.read(value)).contains(A.x509());
  }

  static Stream<String> others() {
    String base64 = A.base64();
    byte[] longer = Arrays.copyOf(A.der(), A.der().length + 1);
    byte[] shorter = Arrays.copyOf(A.der(), A.der().length - 1);
    return Stream.of(
        "(null)",
        ":",
        "::",
        ":" + base64,
        base64 + ":",
        base64 + "," + base64,
        ":" + base64 + ":, :" + base64 + ":",
        ":" + base64 + ":;a=b",
        ":" + base64.replace('+', '-').replace('/', '_') + ":",
        " " + base64,
        A.pem().replace('\n', ' '),
        ClientCertificate.escaped(A.pem() + A.pem()),
        ClientCertificate.escaped("x" + A.pem()),
        ClientCertificate.escaped(A.pem() + "x"),
        ClientCertificate.escaped(A.pem().replace("CERTIFICATE", "PRIVATE KEY")),
        ":" + Base64.getEncoder().encodeToString(A.pem().getBytes(StandardCharsets.US_ASCII)) + ":",
        Base64.getEncoder().encodeToString(longer),
        Base64.getEncoder().encodeToString(shorter),
        "%",
        "%zz",
        "AAAA",
        "MIIB",
        "a".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("others")
  void readWhenNotOneCertificateThenNothing(String value) {
    assertThat(ForwardedCertificate.read(value)).isEmpty();
  }

  /** What is longer than every certificate is not even decoded. */
  @Test
  void readWhenTooLongThenNothing() {
    String padding = "%0A".repeat(16_384);

    assertThat(ForwardedCertificate.read(A.escapedPem() + "%0A")).contains(A.x509());
    assertThat(ForwardedCertificate.read(A.escapedPem() + padding)).isEmpty();
  }
}
