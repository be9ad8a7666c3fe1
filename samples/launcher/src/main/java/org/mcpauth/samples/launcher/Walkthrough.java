// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Shell commands that show the sample at work: refused without an access token, let in with one,
 * refused for want of a scope, let in after stepping up.
 */
public final class Walkthrough {

  private static final String TEMPLATE = "walkthrough.sh";

  private Walkthrough() {}

  /**
   * The commands, for bash and zsh.
   *
   * @param endpoint the MCP endpoint
   * @param resource the resource identifier that tokens are asked for
   * @param issuer the development authorization server
   * @return lines to be pasted into a shell
   */
  public static String commands(URI endpoint, String resource, URI issuer) {
    return template()
        .replace("@MCP@", endpoint.toString())
        .replace("@RESOURCE@", resource)
        .replace("@ISSUER@", issuer.toString());
  }

  private static String template() {
    try (InputStream in = Walkthrough.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
