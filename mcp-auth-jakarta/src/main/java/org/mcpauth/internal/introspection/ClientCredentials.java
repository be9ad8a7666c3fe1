// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.Map;

/**
 * What a request carries so that the authorization server knows this resource.
 *
 * @param headers headers to add
 * @param parameters parameters to add to the body
 */
public record ClientCredentials(Map<String, String> headers, Map<String, String> parameters) {

  static final ClientCredentials NONE = new ClientCredentials(Map.of(), Map.of());

  /** Copies the maps. */
  public ClientCredentials {
    headers = Map.copyOf(headers);
    parameters = Map.copyOf(parameters);
  }

  static ClientCredentials header(String authorization) {
    return new ClientCredentials(Map.of("Authorization", authorization), Map.of());
  }

  /** Names what there is but not its values, which are secret. */
  @Override
  public String toString() {
    return "ClientCredentials" + headers.keySet() + parameters.keySet();
  }
}
