// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

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
   * @throws InterruptedException never
   */
  public static void main(String[] arguments) throws InterruptedException {
    Thread input = new Thread(Main::exitAtEndOfInput, "standard input");
    input.setDaemon(true); // does not outlive a start that fails
    input.start();
    Realm realm = Realm.ofGuide().with(List.of("dynamic-registration.json"));
    Setup setup = Setup.start("clients", AudienceBy.MAPPER, List.of(realm));
    URI endpoint = setup.startNotes(Map.of());
    PrintStream out = System.out;
    out.println(
        Json.createObjectBuilder()
            .add("MCP_URL", endpoint.toString())
            .add("ISSUER", setup.issuer().toString())
            .add("ALICE_PASSWORD", setup.secrets().alicePassword())
            .build());
    input.join();
  }

  /** At any time, so that nothing stays when whoever started this is gone. */
  private static void exitAtEndOfInput() {
    try {
      InputStream in = System.in;
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // As good as the end.
    }
    System.exit(0);
  }
}
