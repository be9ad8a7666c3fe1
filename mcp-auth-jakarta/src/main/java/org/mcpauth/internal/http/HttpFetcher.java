// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.io.IOException;
import java.net.URI;

/** Asks authorization servers. An implementation is safe for use by several threads. */
@FunctionalInterface
public interface HttpFetcher {

  /**
   * Sends a request.
   *
   * @param request what to send
   * @return the answer, whatever its status
   * @throws IOException if there is no answer in time, one that is too large, or if the address
   *     must not be asked
   */
  FetchedDocument send(FetchRequest request) throws IOException;

  /**
   * Fetches a JSON document.
   *
   * @param uri where
   * @return the answer, whatever its status
   * @throws IOException as for {@link #send}
   */
  default FetchedDocument get(URI uri) throws IOException {
    return send(FetchRequest.get(uri));
  }
}
