// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.net.URI;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.DevClient;
import org.mcpauth.devserver.TokenMinter;

/**
 * The authorization server of a run, under the control of the assertions.
 *
 * @param server the server
 */
public record Issuer(DevAuthorizationServer server) {

  /** As what a server under test may ask about tokens. */
  public static final String RESOURCE_CLIENT_ID = "mcp-conformance-resource";

  /** The secret that goes with it. */
  public static final String RESOURCE_CLIENT_SECRET = "mcp-conformance-resource-secret";

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Starts an issuer.
   *
   * @param port where; 0 for a free one
   * @return a running issuer
   */
  public static Issuer start(int port) {
    return new Issuer(
        DevAuthorizationServer.builder()
            .host(LOOPBACK)
            .port(port)
            .client(DevClient.confidential(RESOURCE_CLIENT_ID, RESOURCE_CLIENT_SECRET))
            .start());
  }

  /**
   * Its name.
   *
   * @return the value of {@code iss}
   */
  public URI identifier() {
    return server.issuer();
  }

  /**
   * Makes tokens, valid ones and hostile ones.
   *
   * @return the minter
   */
  public TokenMinter minter() {
    return server.tokens();
  }

  /** Signs with a new key from now on; the key before it stays published. */
  public void rotateKeys() {
    server.rotateKeys();
  }
}
