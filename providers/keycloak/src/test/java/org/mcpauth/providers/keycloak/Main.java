// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.samples.launcher.LoopbackPort;

/**
 * Starts what {@code client-tests/keycloak} runs against, says where it is in one line of JSON, and
 * stops it when the standard input ends.
 */
public final class Main {

  private Main() {}

  /**
   * Runs until the standard input ends or the process is told to.
   *
   * @param arguments none
   * @throws IOException if the standard input cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Realm realm = Realm.ofGuide().with(List.of("dynamic-registration.json"));
    try (Setup setup = Setup.start("clients", AudienceBy.MAPPER, List.of(realm))) {
      URI strict = setup.startNotes();
      PrintStream out = System.out;
      out.println(
          Json.createObjectBuilder()
              .add("MCP_URL", strict.toString())
              .add("LENIENT_MCP_URL", startLenient(setup).toString())
              .add("ISSUER", setup.issuer().toString())
              .add("ALICE_PASSWORD", setup.secrets().alicePassword())
              .build());
      InputStream in = System.in;
      while (in.read() >= 0) {
        // Nothing is said there; what counts is the end.
      }
    }
  }

  /**
   * For clients that registered themselves, whose tokens are untyped. It is a resource of its own,
   * because clients compare, but in Keycloak's eyes the same.
   */
  private static URI startLenient(Setup setup) {
    int port = LoopbackPort.free();
    return setup.startNotes(
        "notes-lenient",
        port,
        Map.of(
            McpAuthConfigNames.RESOURCE, "http://localhost:" + port + "/mcp",
            McpAuthConfigNames.AUDIENCES, setup.resource().toString(),
            McpAuthConfigNames.JWT_TYPE, "lenient"));
  }
}
