// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.mcpauth.devserver.ClientCertificate;
import org.mcpauth.devserver.ClientCertificates;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * A caller whose token is bound to a client certificate (RFC 8705 §3.1), and that writes what the
 * proxy would write.
 *
 * @param server the server under test
 * @param certificate the certificate
 * @param token bound to it, with the scopes of what is asked for
 */
record CertificateCaller(McpServer server, ClientCertificate certificate, String token) {

  /** A caller with a new certificate. */
  static CertificateCaller of(McpServer server) {
    ClientCertificate certificate = ClientCertificates.selfSigned().generate();
    return new CertificateCaller(
        server, certificate, server.tokens().draft().boundTo(certificate.certificate()).mint());
  }

  /** The same, once the server has shown that it takes the token with its certificate. */
  static CertificateCaller accepted(McpServer server) {
    CertificateCaller caller = of(server);
    caller.requireAccepted();
    return caller;
  }

  /** Refusals prove nothing of a server that refuses everything. */
  void requireAccepted() {
    Reply reply = send(header(certificate));
    BlockedError.unless(
        reply.isSuccess(), "a bound token must be accepted together with its certificate", reply);
  }

  /** A call with the token, and without any certificate. */
  HttpCall call() {
    return Trial.call(server).bearer(token);
  }

  /** Asks with any number of certificates, a line for each. */
  Reply send(String... certificates) {
    HttpCall call = call();
    for (String value : certificates) {
      call = call.adding(Feature.CERTIFICATE_HEADER_NAME, value);
    }
    return server.send(call);
  }

  /** A certificate as a proxy passes it on: a byte sequence (RFC 9440 §2.1). */
  static String header(ClientCertificate certificate) {
    return ":" + base64(certificate) + ":";
  }

  /** The certificate in Base64. */
  static String base64(ClientCertificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was made here", e);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "a caller with a bound token";
  }
}
