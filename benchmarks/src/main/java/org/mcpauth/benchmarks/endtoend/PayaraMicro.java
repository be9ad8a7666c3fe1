// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Payara Micro with one application at the root, in a process of its own, on loopback only. */
final class PayaraMicro implements AutoCloseable {

  /** Without these it listens on every interface; and closes a connection after 250 requests. */
  private static final String SETTINGS =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
      set configs.config.server-config.network-config.network-listeners.network-listener.https-listener.address=127.0.0.1
      set configs.config.server-config.network-config.protocols.protocol.http-listener.http.max-connections=-1
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      """;

  private static final String READY = "ready in";

  private final Process process;
  private final int port;

  private PayaraMicro(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param jar Payara Micro
   * @param war the application
   * @param port a free port
   * @param properties system properties
   */
  static PayaraMicro start(Path jar, Path war, int port, Map<String, String> properties)
      throws IOException {
    Path settings =
        Files.writeString(war.resolveSibling(war.getFileName() + ".settings"), SETTINGS);
    settings.toFile().deleteOnExit();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", jar.toString(), "--port", String.valueOf(port)));
    command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--prebootcommandfile", settings.toString()));
    command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    PayaraMicro server = new PayaraMicro(process, port);
    try {
      server.awaitReady();
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder log = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.append(line).append('\n');
      if (line.contains(READY)) {
        drain(output);
        return;
      }
    }
    throw new IOException("Payara Micro did not start:\n" + log);
  }

  /** Nobody reads what comes later, but the server must not block on a full pipe. */
  private static void drain(BufferedReader output) {
    Thread thread =
        new Thread(
            () -> {
              try (output) {
                while (output.readLine() != null) {}
              } catch (IOException e) {
                // the server was stopped
              }
            },
            "payara-output");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return port;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
