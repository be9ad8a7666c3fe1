// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.util.List;

/**
 * A way in which the MCP server gets into the audience of Keycloak's tokens.
 *
 * @param directory where the build has put a Keycloak for it
 * @param features what {@code --features} names
 * @param changes what differs from the realm of the guide: JSON Patch files
 */
record AudienceBy(String directory, List<String> features, List<String> changes) {

  /** A mapper at each client scope; the parameter {@code resource} is ignored. */
  static final AudienceBy MAPPER = new AudienceBy("audience-mapper", List.of(), List.of());

  /**
   * RFC 8707, an experimental feature of Keycloak. Client ID Metadata Documents are another one,
   * switched on here because each choice of features costs a build of Keycloak.
   */
  static final AudienceBy RESOURCE_INDICATORS =
      new AudienceBy(
          "resource-indicators",
          List.of("resource-indicators", "cimd"),
          List.of("resource-indicators.json"));

  AudienceBy {
    features = List.copyOf(features);
    changes = List.copyOf(changes);
  }
}
