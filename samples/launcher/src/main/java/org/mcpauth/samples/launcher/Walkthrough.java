// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shell commands that show a sample at work, for bash and zsh: lines to be pasted. Each sample has
 * a file of them, with the names of addresses between two at signs: MCP, RESOURCE, ISSUER and
 * COMPANION.
 *
 * @param template the text of that file
 */
public record Walkthrough(String template) {

  /**
   * Reads the commands of a sample.
   *
   * @param file its {@code walkthrough.sh}
   * @return the commands, not yet with addresses
   * @throws UncheckedIOException if there is no such file
   */
  public static Walkthrough of(Path file) {
    try {
      return new Walkthrough(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The commands for a sample that runs.
   *
   * @param endpoint the MCP endpoint
   * @param resource the resource identifier that tokens are asked for
   * @param issuer the development authorization server
   * @param companion the sample's companion; not used if it has none
   * @return lines to be pasted into a shell
   */
  public String commands(URI endpoint, String resource, URI issuer, URI companion) {
    return template
        .replace("@MCP@", endpoint.toString())
        .replace("@RESOURCE@", resource)
        .replace("@ISSUER@", issuer.toString())
        .replace("@COMPANION@", companion.toString());
  }
}
