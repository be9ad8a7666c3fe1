// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import jakarta.json.JsonObject;

/**
 * Adds members to the protected resource metadata (<a
 * href="https://www.rfc-editor.org/rfc/rfc9728#section-2">RFC 9728 §2</a>). Asked once, when the
 * application starts.
 */
@FunctionalInterface
public interface MetadataContributor {

  /**
   * The members to add.
   *
   * @return members of the metadata document. Those that the library writes itself ({@code
   *     resource}, {@code authorization_servers}, {@code scopes_supported}, {@code
   *     bearer_methods_supported}) must not be among them: the deployment stops.
   */
  JsonObject members();
}
