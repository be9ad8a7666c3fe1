// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.mcpauth.internal.rpc.HeaderLookup;

/** A request, as a binding shows it to the engine. */
public interface HttpRequestView extends HeaderLookup {

  /**
   * The HTTP method.
   *
   * @return the method, case-sensitive
   */
  String method();

  /**
   * The path on this server, as the container dispatches it: decoded, normalized, without path
   * parameters, with the context path.
   *
   * @return the path, with a leading slash
   */
  String path();

  /**
   * Where the application is deployed.
   *
   * @return its path; empty for the root, otherwise with a leading and no trailing slash
   */
  String contextPath();

  /**
   * The query as it came.
   *
   * @return the query, still percent-encoded; empty if there is none
   */
  Optional<String> query();

  /**
   * The size that the client announces.
   *
   * @return the {@code Content-Length}; negative if there is none
   */
  long contentLength();

  /**
   * The certificate with which the client authenticated itself to this server's TLS.
   *
   * @return its certificate; empty if it showed none, or if TLS ends somewhere else
   */
  Optional<X509Certificate> clientCertificate();

  /**
   * The body, to be read once.
   *
   * @return the body
   * @throws IOException if it cannot be read
   */
  InputStream body() throws IOException;
}
