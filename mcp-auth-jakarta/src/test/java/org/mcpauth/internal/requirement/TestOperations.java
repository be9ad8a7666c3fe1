// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.List;
import java.util.Set;
import org.mcpauth.internal.settings.DefaultPolicy;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.OperationSettings;

/** What a configuration may say about operations. */
final class TestOperations {

  /** That nothing is open. */
  static final McpAuthSettings.Anonymous CLOSED =
      new McpAuthSettings.Anonymous(Set.of(), Set.of(), Set.of(), Set.of());

  /** Nothing at all. */
  static final McpAuthSettings.Operations NOTHING = anonymous(CLOSED);

  private TestOperations() {}

  static McpAuthSettings.Operations anonymous(McpAuthSettings.Anonymous anonymous) {
    return new McpAuthSettings.Operations(anonymous, List.of(), DefaultPolicy.AUTHENTICATED);
  }

  static McpAuthSettings.Operations configured(OperationSettings... configured) {
    return new McpAuthSettings.Operations(CLOSED, List.of(configured), DefaultPolicy.AUTHENTICATED);
  }
}
