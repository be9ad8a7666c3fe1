// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.io.IOException;
import java.net.URI;

/** Fetches documents of authorization servers. */
@FunctionalInterface
public interface HttpFetcher {

  /**
   * Fetches a document, without following redirects.
   *
   * @param uri where
   * @return the answer, whatever its status
   * @throws IOException if there is no answer in time, or one that is too large
   */
  FetchedDocument get(URI uri) throws IOException;
}
