// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to start.
 *
 * @param httpPort the port of the application
 * @param issuerPort the port of the development authorization server
 * @param companionPort the port of the sample's companion, if it has one
 * @param runningIssuer an authorization server that runs already; then none is started, and no
 *     companion
 * @param payaraJar Payara Micro
 * @param war the application
 * @param log where the output of Payara Micro goes
 * @param walkthrough the commands that show the sample at work
 */
record LaunchSettings(
    int httpPort,
    int issuerPort,
    int companionPort,
    Optional<URI> runningIssuer,
    Path payaraJar,
    Path war,
    Path log,
    Path walkthrough) {

  static final String HTTP_PORT = "http.port";
  static final String ISSUER_PORT = "issuer.port";
  static final String COMPANION_PORT = "companion.port";
  static final String ISSUER = "issuer";

  private static final int MAX_PORT = 65535;

  static LaunchSettings of(Map<String, String> properties) {
    return new LaunchSettings(
        port(properties, HTTP_PORT, 8080),
        port(properties, ISSUER_PORT, 9090),
        port(properties, COMPANION_PORT, 9191),
        Optional.ofNullable(properties.get(ISSUER)).map(LaunchSettings::issuer),
        path(properties, "launcher.payara.jar"),
        path(properties, "launcher.war"),
        path(properties, "launcher.payara.log"),
        path(properties, "launcher.walkthrough"));
  }

  /** {@code localhost}, not an address: it is what people type. */
  URI endpoint() {
    return URI.create("http://localhost:" + httpPort + "/mcp");
  }

  URI companion() {
    return URI.create("http://localhost:" + companionPort);
  }

  URI issuer() {
    return runningIssuer.orElseGet(() -> URI.create("http://localhost:" + issuerPort));
  }

  private static int port(Map<String, String> properties, String name, int otherwise) {
    String value = properties.getOrDefault(name, Integer.toString(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Not a port either.
    }
    throw new LaunchException(
        "-D" + name + " must be a port between 1 and " + MAX_PORT + ", not " + value + ".");
  }

  private static URI issuer(String value) {
    try {
      URI issuer = URI.create(value);
      if (issuer.isAbsolute()) {
        return issuer;
      }
    } catch (IllegalArgumentException e) {
      // Not an issuer either.
    }
    throw new LaunchException("-D" + ISSUER + " must be an absolute URL, not " + value + ".");
  }

  private static Path path(Map<String, String> properties, String name) {
    return Optional.ofNullable(properties.get(name))
        .map(Path::of)
        .orElseThrow(() -> new LaunchException("The system property " + name + " is missing."));
  }
}
