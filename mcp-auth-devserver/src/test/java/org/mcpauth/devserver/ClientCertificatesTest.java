// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class ClientCertificatesTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "Zoë", "0123456789012345678901234567890123456789012345678901234567890123"})
  void generateWhenNamedThenSignsItself(String name) throws Exception {
    ClientCertificate made = ClientCertificates.selfSigned().commonName(name).generate();
    X509Certificate certificate = made.certificate();

    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity();
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + name);
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
    assertThat(certificate.getExtendedKeyUsage()).isEqualTo(List.of("1.3.6.1.5.5.7.3.2"));
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(certificate.getSerialNumber()).isPositive();
  }

  @Test
  void generateWhenDoneThenPrivateKeyBelongsToCertificate() throws Exception {
    ClientCertificate made = ClientCertificates.selfSigned().generate();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(made.privateKey());
    signature.update(new byte[] {1, 2, 3});
    byte[] signed = signature.sign();
    signature.initVerify(made.certificate());
    signature.update(new byte[] {1, 2, 3});

    assertThat(signature.verify(signed)).isTrue();
    assertThat(made.toString()).isEqualTo("ClientCertificate[CN=client]");
  }

  @Test
  void thumbprintWhenBoundThenTokenCarriesHashOfTheCertificate(TokenMinter tokens)
      throws Exception {
    ClientCertificate made = ClientCertificates.selfSigned().generate();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(made.certificate().getEncoded());
    String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);

    String token = tokens.forResource(RESOURCE).boundTo(made.certificate()).mint();

    assertThat(made.thumbprint()).isEqualTo(expected);
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
        .isEqualTo(Map.of("x5t#S256", expected));
    assertThat(made.thumbprint())
        .isNotEqualTo(ClientCertificates.selfSigned().generate().thumbprint());
  }

  @Test
  void validBetweenWhenPastOrFarFutureThenSo() {
    Instant from = Instant.parse("2001-02-03T04:05:06Z");
    Instant until = Instant.parse("2051-12-31T23:59:59Z");
    ClientCertificate lasting =
        ClientCertificates.selfSigned().validBetween(from, until).generate();
    ClientCertificate expired =
        ClientCertificates.selfSigned().validBetween(from, from.plusSeconds(1)).generate();

    assertThat(lasting.certificate().getNotBefore().toInstant()).isEqualTo(from);
    assertThat(lasting.certificate().getNotAfter().toInstant()).isEqualTo(until);
    assertThatExceptionOfType(CertificateExpiredException.class)
        .isThrownBy(() -> expired.certificate().checkValidity());
  }

  @Test
  void keyStoreWhenUsedInHandshakeThenServerSeesTheCertificate() throws Exception {
    ClientCertificate server = ClientCertificates.selfSigned().commonName("server").generate();
    ClientCertificate client = ClientCertificates.selfSigned().commonName("app").generate();
    SSLContext serverSide = context(server, client.certificate());
    SSLContext clientSide = context(client, server.certificate());

    try (SSLServerSocket listening =
            (SSLServerSocket)
                serverSide
                    .getServerSocketFactory()
                    .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SSLSocket calling =
            (SSLSocket)
                clientSide
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
      listening.setNeedClientAuth(true);
      CompletableFuture<Certificate> seen =
          CompletableFuture.supplyAsync(() -> peerOfNext(listening));
      calling.startHandshake();
      calling.getOutputStream().write(1);

      assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(client.certificate());
    }
  }

  @Test
  void commonNameWhenEmptyOrLongThenSaysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientCertificates.selfSigned().commonName(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientCertificates.selfSigned().commonName("x".repeat(65)));
  }

  private static Certificate peerOfNext(SSLServerSocket listening) {
    try (SSLSocket accepted = (SSLSocket) listening.accept()) {
      assertThat(accepted.getInputStream().read()).isEqualTo(1);
      return accepted.getSession().getPeerCertificates()[0];
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static SSLContext context(ClientCertificate own, X509Certificate trusted)
      throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.keyStore(PASSWORD), PASSWORD);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setCertificateEntry("peer", trusted);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
