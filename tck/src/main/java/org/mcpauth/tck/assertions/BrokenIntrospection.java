// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import org.mcpauth.devserver.Faults;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.McpServer;

/** What a server makes of an introspection endpoint whose answers are none. */
final class BrokenIntrospection {

  private BrokenIntrospection() {}

  /**
   * Checks that a token that was not seen before gets 503 while the endpoint is broken.
   *
   * @param what how it is broken, for the report
   * @param fault breaks it; it is repaired afterwards
   */
  static void assertNoAnswer(McpServer asking, Faults faults, String what, Runnable fault) {
    String token = asking.tokens().draft().opaque().mint();
    fault.run();
    try {
      Reply reply = asking.send(Trial.ASKED, token);
      assertThat(reply.status()).as("%s: %s", what, reply).isEqualTo(503);
      assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
    } finally {
      faults.repair(Faults.Endpoint.INTROSPECTION);
    }
  }
}
