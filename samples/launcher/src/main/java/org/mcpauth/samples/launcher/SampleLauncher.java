// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpauth.devserver.DevAuthorizationServer;

/**
 * Starts a sample and stays until it is stopped: Ctrl-C or SIGTERM end the application as well.
 *
 * <p>System properties: {@code http.port} (8080), {@code issuer.port} (9090), {@code
 * companion.port} (9191, for samples that have a {@link Companion}), {@code issuer} (an
 * authorization server that runs already). Those that start with {@code mcp.auth.} or {@code mp.}
 * configure the application.
 */
public final class SampleLauncher {

  private final LaunchSettings settings;
  private final ChildConfiguration configuration;
  private final Optional<Companion> companion;
  private final PrintStream out;

  SampleLauncher(Map<String, String> properties, Map<String, String> environment, PrintStream out) {
    this.settings = LaunchSettings.of(properties);
    this.companion = Companion.find().filter(found -> settings.runningIssuer().isEmpty());
    this.configuration =
        ChildConfiguration.of(
            settings.endpoint(),
            settings.issuer(),
            companion.map(found -> found.configuration(settings.companion())).orElse(Map.of()),
            properties,
            environment);
    this.out = out;
  }

  /**
   * Runs the sample; returns by leaving the JVM.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    RunningSample sample = new RunningSample();
    Runtime.getRuntime().addShutdownHook(new Thread(sample::close, "stop-sample"));
    try {
      new SampleLauncher(systemProperties(), System.getenv(), System.out).run(sample);
    } catch (LaunchException e) {
      if (!sample.isClosed()) {
        System.err.println("\n" + e.getMessage() + "\n");
      }
      System.exit(e.exitCode());
    }
  }

  /** Starts everything, says what there is, and waits for the end. */
  void run(RunningSample sample) {
    LoopbackPort.requireFree(settings.httpPort(), LaunchSettings.HTTP_PORT);
    if (settings.runningIssuer().isEmpty()) {
      LoopbackPort.requireFree(settings.issuerPort(), LaunchSettings.ISSUER_PORT);
      DevAuthorizationServer issuer = sample.start(this::startIssuer, DevAuthorizationServer::stop);
      companion.ifPresent(found -> startCompanion(found, issuer, sample));
    }
    out.println("\nStarting Payara Micro, log: " + settings.log());
    PayaraMicroBuilder builder =
        PayaraMicroProcess.builder(settings.payaraJar(), settings.war(), settings.httpPort())
            .systemProperties(configuration.systemProperties())
            .log(settings.log());
    PayaraMicroProcess payara = sample.start(builder::launch, PayaraMicroProcess::close);
    builder.awaitReady(payara);
    printWelcome();
    throw awaitEnd(payara);
  }

  private DevAuthorizationServer startIssuer() {
    try {
      return DevAuthorizationServer.builder().port(settings.issuerPort()).start();
    } catch (UncheckedIOException e) {
      throw new LaunchException("The authorization server does not start: " + e.getMessage());
    }
  }

  private void startCompanion(
      Companion found, DevAuthorizationServer issuer, RunningSample sample) {
    LoopbackPort.requireFree(settings.companionPort(), LaunchSettings.COMPANION_PORT);
    sample.start(
        () -> found.start(issuer, configuration.resource(), settings.companion()),
        Companion.Running::close);
  }

  private void printWelcome() {
    out.println(
        """

        MCP endpoint:         %s
        Authorization server: %s
        """
            .formatted(settings.endpoint(), settings.issuer()));
    if (settings.runningIssuer().isEmpty()) {
      out.println("Paste this into a shell to see 401, 403 and 200:\n");
      out.println(
          Walkthrough.of(settings.walkthrough())
              .commands(
                  settings.endpoint(),
                  configuration.resource(),
                  settings.issuer(),
                  settings.companion()));
    }
    out.println("Ctrl-C stops everything.");
  }

  private static LaunchException awaitEnd(PayaraMicroProcess payara) {
    try {
      return payara.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new LaunchException("The launcher was interrupted.");
    }
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name)));
    return properties;
  }
}
