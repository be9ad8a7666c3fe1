// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.http.Body;

/**
 * A request, as it came.
 *
 * @param method its method
 * @param target its target
 * @param headers by name in lower case
 * @param body all of it, or as much as the server takes
 * @param tooLarge whether there was more
 */
public record Request(
    String method, URI target, Map<String, List<String>> headers, Body body, boolean tooLarge) {

  public String path() {
    return target.getRawPath();
  }

  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
  }

  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  public Request body(Body other) {
    return new Request(method, target, headers, other, false);
  }
}
