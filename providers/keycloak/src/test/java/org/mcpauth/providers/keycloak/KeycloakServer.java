// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mcpauth.samples.launcher.LoopbackPort;

/**
 * A Keycloak in a process of its own, that listens on 127.0.0.1 only and keeps its data in memory.
 */
final class KeycloakServer implements AutoCloseable {

  private static final Duration PATIENCE_ON_START = Duration.ofMinutes(10);
  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(20);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  private final Process process;
  private final int port;
  private final Path log;

  private KeycloakServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts Keycloak and waits until it serves its realms.
   *
   * @param home its home directory, built already, with the realms to import
   * @param environment what the placeholders in the realms stand for
   * @param log a file for its output
   */
  static KeycloakServer start(Path home, Map<String, String> environment, Path log) {
    int port = LoopbackPort.free();
    ProcessBuilder builder = KeycloakCommand.of(home, arguments(port), log);
    builder.environment().putAll(environment);
    KeycloakServer server;
    try {
      server = new KeycloakServer(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.awaitReady();
    return server;
  }

  /** Without TLS, and by whatever name it is called: as {@code start-dev} is. */
  private static List<String> arguments(int port) {
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        "--http-enabled=true",
        "--hostname-strict=false",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + LoopbackPort.free(),
        "--http-access-log-enabled=true",
        "--http-access-log-pattern=%r %s agent=%{i,User-Agent}");
  }

  /** The issuer identifier of a realm. */
  URI issuer(String realm) {
    return uri("/realms/" + realm);
  }

  /** {@code localhost}, not an address: Keycloak calls itself what its clients call it. */
  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** The lines that it has logged. */
  List<String> log() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    URI document = uri("/.well-known/oauth-authorization-server/realms/mcp");
    long deadline = System.nanoTime() + PATIENCE_ON_START.toNanos();
    while (!Http.isAnswered(document)) {
      if (endsWithin(POLL_INTERVAL) || System.nanoTime() - deadline > 0) {
        close();
        throw new IllegalStateException("Keycloak does not start, see " + log);
      }
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    // The process is a shell, which passes the signal on and waits for Keycloak.
    process.destroy();
    if (!endsWithin(PATIENCE_ON_CLOSE)) {
      destroyForcibly();
    }
  }

  /** The shell cannot pass this on. */
  private void destroyForcibly() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
