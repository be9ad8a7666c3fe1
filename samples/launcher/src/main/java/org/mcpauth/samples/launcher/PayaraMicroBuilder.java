// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Configures and starts a {@link PayaraMicroProcess}. */
public final class PayaraMicroBuilder {

  /**
   * By default Payara Micro listens on every interface, and its data grid does so even with {@code
   * --nohazelcast}.
   */
  private static final String LOOPBACK_ONLY =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
      set configs.config.server-config.network-config.network-listeners.network-listener.https-listener.address=127.0.0.1
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      """;

  private final Path payaraJar;
  private final Path war;
  private final int port;
  private final Map<String, String> systemProperties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Path javaHome = Path.of(System.getProperty("java.home"));
  private @Nullable Path log;
  private String readyPath = "/mcp";
  private Duration timeout = Duration.ofMinutes(2);

  PayaraMicroBuilder(Path payaraJar, Path war, int port) {
    this.payaraJar = payaraJar;
    this.war = war;
    this.port = port;
  }

  /**
   * Adds system properties of the server, which are also configuration of the application.
   *
   * @param properties names and values
   * @return this
   */
  public PayaraMicroBuilder systemProperties(Map<String, String> properties) {
    systemProperties.putAll(properties);
    return this;
  }

  /**
   * Adds environment variables to those that the server inherits from this process.
   *
   * @param variables names and values
   * @return this
   */
  public PayaraMicroBuilder environment(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /**
   * The JDK to run on; by default the one of this process.
   *
   * @param directory a {@code JAVA_HOME}
   * @return this
   */
  public PayaraMicroBuilder javaHome(Path directory) {
    this.javaHome = directory;
    return this;
  }

  /**
   * Where the server's output goes; by default into a file beside the WAR.
   *
   * @param file a file, overwritten if it exists
   * @return this
   */
  public PayaraMicroBuilder log(Path file) {
    this.log = file;
    return this;
  }

  /**
   * What to ask for to learn that the application is deployed; {@code /mcp} by default.
   *
   * @param path an absolute path that is answered by something else than 404 or a server error
   * @return this
   */
  public PayaraMicroBuilder readyPath(String path) {
    this.readyPath = path;
    return this;
  }

  /**
   * How long to wait for the application; two minutes by default.
   *
   * @param timeout the longest time
   * @return this
   */
  public PayaraMicroBuilder timeout(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  /**
   * Starts the server and waits until the application answers.
   *
   * @return the running process
   * @throws LaunchException if it does not answer in time or the server ends; nothing is left
   *     behind
   */
  public PayaraMicroProcess start() {
    PayaraMicroProcess process = launch();
    try {
      return awaitReady(process);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  PayaraMicroProcess awaitReady(PayaraMicroProcess process) {
    return process.awaitReady(readyPath, timeout);
  }

  /** Starts the server without waiting. */
  PayaraMicroProcess launch() {
    requireFile(payaraJar);
    requireFile(war);
    Path output = log == null ? war.resolveSibling("payara-micro-" + port + ".log") : log;
    TemporaryDirectory temporary = TemporaryDirectory.create();
    try {
      ProcessBuilder builder = new ProcessBuilder(command(temporary));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      return new PayaraMicroProcess(builder.start(), port, output, temporary);
    } catch (IOException e) {
      temporary.close();
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(TemporaryDirectory temporary) {
    return List.of(
        javaHome.resolve("bin").resolve("java").toString(),
        "-Xmx512m",
        // Where the server unpacks itself.
        "-Djava.io.tmpdir=" + temporary.path(),
        "-jar",
        payaraJar.toString(),
        "--nocluster",
        "--nohazelcast",
        "--disablephonehome",
        "--port",
        Integer.toString(port),
        "--prebootcommandfile",
        temporary.write("preboot.txt", LOOPBACK_ONLY).toString(),
        // A file, not arguments: values may be secrets, and every user sees arguments.
        "--systemproperties",
        temporary.write("system.properties", systemPropertiesFile()).toString(),
        "--deploy",
        war.toString(),
        "--contextroot",
        "/");
  }

  private String systemPropertiesFile() {
    Properties properties = new Properties();
    properties.putAll(systemProperties);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LaunchException("There is no file " + file + ".");
    }
  }
}
