// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.ClientCertificate;
import org.mcpauth.devserver.ClientCertificates;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * What comes of tokens that are bound to a client certificate (RFC 8705 §3), at the resource behind
 * a proxy that ends TLS, if the profile names one.
 */
public interface CertificateAssertions extends ServerTest {

  /** Checks that the server is there for those whose certificate it is. */
  @Extended
  @Assertion(
      id = "certificate-bound-token-is-accepted",
      strategy =
          "A tool call with a token that is bound to a client certificate, and with that certificate"
              + " in the header Client-Cert, succeeds, more than once and for another client too")
  default void certificateBoundTokenIsAccepted(McpServer server) {
    McpServer proxied = server.at(Feature.CERTIFICATE_HEADER);
    for (int client = 1; client <= 2; client++) {
      CertificateCaller caller = CertificateCaller.of(proxied);
      for (int i = 1; i <= 2; i++) {
        Reply reply = caller.send(CertificateCaller.header(caller.certificate()));
        assertThat(reply.isSuccess()).as("client %d, time %d: %s", client, i, reply).isTrue();
      }
    }
  }

  /** Checks that a stolen token is of no use. */
  @Extended
  @Assertion(
      id = "certificate-bound-token-needs-its-certificate",
      strategy =
          "A token that is bound to a client certificate is refused with 401 and"
              + " error=\"invalid_token\" without a certificate, with that of another client, with"
              + " its own one among others, and with something that is no certificate, right after"
              + " it was accepted with its own one")
  default void certificateBoundTokenNeedsItsCertificate(McpServer server) {
    CertificateCaller caller = CertificateCaller.accepted(server.at(Feature.CERTIFICATE_HEADER));
    wrong(caller)
        .forEach(
            (what, certificates) -> {
              caller.requireAccepted();
              Reply reply = caller.send(certificates.toArray(String[]::new));
              Trial.assertRefused(what, reply);
              assertThat(reply.bearerChallenges())
                  .as("errors of Bearer challenges, %s: %s", what, reply)
                  .extracting(challenge -> challenge.parameter("error").orElse("none"))
                  .containsExactly("invalid_token");
            });
  }

  private static Map<String, List<String>> wrong(CertificateCaller caller) {
    String own = CertificateCaller.header(caller.certificate());
    ClientCertificate thief = ClientCertificates.selfSigned().generate();
    String other = CertificateCaller.header(thief);
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    wrong.put("no certificate", List.of());
    wrong.put("an empty header", List.of(""));
    wrong.put("another client", List.of(other));
    wrong.put("its own line and another", List.of(own, other));
    wrong.put("another line and its own", List.of(other, own));
    wrong.put("both in one line", List.of(own + ", " + other));
    wrong.put("the thumbprint", List.of(caller.certificate().thumbprint()));
    wrong.put("no certificate in Base64", List.of(":AAAA:"));
    wrong.put("half of it", List.of(own.substring(0, own.length() / 2) + ":"));
    wrong.put("its name", List.of("CN=client"));
    return wrong;
  }

  /** Checks that nobody but the proxy says whose certificate it is. */
  @Extended
  @Assertion(
      id = "certificate-header-is-not-believed-unasked",
      strategy =
          "A token that is bound to a client certificate is refused with 401 at the first endpoint,"
              + " which has no such proxy, and behind the proxy if the right certificate comes in"
              + " other headers than Client-Cert, which other proxies use")
  default void certificateHeaderIsNotBelievedUnasked(McpServer server) {
    CertificateCaller proxied = CertificateCaller.accepted(server.at(Feature.CERTIFICATE_HEADER));
    Trial.requireAccepted(server);
    CertificateCaller direct = CertificateCaller.of(server);
    headers(direct.certificate())
        .forEach(
            (name, value) ->
                Trial.assertRefused(
                    name + " at the first endpoint",
                    server.send(direct.call().adding(name, value))));
    headers(proxied.certificate())
        .forEach(
            (name, value) -> {
              if (!name.equals(Feature.CERTIFICATE_HEADER_NAME)) {
                Trial.assertRefused(
                    name + " behind the proxy",
                    proxied.server().send(proxied.call().adding(name, value)));
              }
            });
  }

  private static Map<String, String> headers(ClientCertificate certificate) {
    String sequence = CertificateCaller.header(certificate);
    String base64 = CertificateCaller.base64(certificate);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(Feature.CERTIFICATE_HEADER_NAME, sequence);
    headers.put("Client-Cert-Chain", sequence);
    headers.put("X-Client-Cert", base64);
    headers.put("X-SSL-Client-Cert", base64);
    headers.put("SSL-Client-Cert", base64);
    headers.put("X-Forwarded-Tls-Client-Cert", base64);
    headers.put("X-Forwarded-Client-Cert", "Cert=\"" + base64 + "\"");
    return headers;
  }
}
