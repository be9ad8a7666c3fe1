// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.client;

import java.net.URI;
import java.util.List;

/**
 * Knows the caller's own token, and does not let it be sent on: token passthrough, which MCP
 * forbids (Security Best Practices). {@link TokenForwardingGuard} asks it about requests of JAX-RS
 * clients; a bean that sends requests in another way can {@code @Inject} it and ask itself.
 *
 * <p>Safe for use by several threads. Applications do not implement this interface.
 */
public interface TokenPassthrough {

  /**
   * Refuses a request that carries the token of the caller whose request is current on this thread.
   * Without such a caller nothing is refused, since there is no token that could get out.
   *
   * @param target where the request is to be sent; the message names its host
   * @param texts what would be sent: the URL, the values of headers, the body
   * @throws TokenPassthroughException if one of them has the token in it, as it is,
   *     percent-encoded, or in Basic credentials
   */
  void refuse(URI target, List<String> texts);
}
