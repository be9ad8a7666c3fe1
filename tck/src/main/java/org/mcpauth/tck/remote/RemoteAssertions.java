// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.server.Target;

/** Every assertion, against the server that the command line names. */
@DisplayName("MCP Auth TCK")
@ExtendWith(RemoteTarget.class)
final class RemoteAssertions implements AllAssertions {

  private final Target target;

  RemoteAssertions(Target target) {
    this.target = target;
  }

  @Override
  public Target target() {
    return target;
  }
}
