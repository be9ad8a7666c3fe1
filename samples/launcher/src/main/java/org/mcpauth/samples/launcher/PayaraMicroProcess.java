// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An application on Payara Micro, in a process of its own that listens on 127.0.0.1 only.
 *
 * <pre>{@code
 * try (PayaraMicroProcess payara =
 *     PayaraMicroProcess.builder(payaraJar, war, 8080).start()) {
 *   HttpRequest request = HttpRequest.newBuilder(payara.uri("/mcp")).build();
 * }
 * }</pre>
 */
public final class PayaraMicroProcess implements AutoCloseable {

  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(10);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /** What Payara Micro says of an application that it goes on without. */
  private static final String NOT_LOADED = "Exception while loading the app";

  private final Process process;
  private final int port;
  private final Path log;
  private final TemporaryDirectory temporary;

  PayaraMicroProcess(Process process, int port, Path log, TemporaryDirectory temporary) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.temporary = temporary;
  }

  /**
   * Configures a process.
   *
   * @param payaraJar Payara Micro
   * @param war the application, which is deployed at the context root {@code /}
   * @param port the port for HTTP
   * @return a builder with the defaults
   */
  public static PayaraMicroBuilder builder(Path payaraJar, Path war, int port) {
    return new PayaraMicroBuilder(payaraJar, war, port);
  }

  /**
   * The address of something in the application.
   *
   * @param path an absolute path
   * @return its URL
   */
  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /**
   * The process id.
   *
   * @return the id of the server's process
   */
  public long pid() {
    return process.pid();
  }

  /**
   * Tells whether the server still runs.
   *
   * @return true until the process has ended
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for the application to answer.
   *
   * @param path what to ask for
   * @param timeout how long to wait
   * @return this
   * @throws LaunchException if it does not answer in time, cannot be loaded, or the process ends
   */
  PayaraMicroProcess awaitReady(String path, Duration timeout) {
    ReadinessProbe probe = new ReadinessProbe(URI.create("http://127.0.0.1:" + port + path));
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!probe.succeeds()) {
      if (endsWithin(POLL_INTERVAL)) {
        throw failure("Payara Micro ended with exit code " + process.exitValue(), exitCode());
      }
      if (LogTail.contains(log, NOT_LOADED)) {
        throw failure("Payara Micro could not load the application", 1);
      }
      if (System.nanoTime() - deadline > 0) {
        throw failure("The application did not answer within " + timeout.toSeconds() + " s", 1);
      }
    }
    return this;
  }

  /**
   * Waits for the process to end.
   *
   * @return the failure to report: servers do not end by themselves
   */
  LaunchException awaitEnd() throws InterruptedException {
    process.waitFor();
    return failure("Payara Micro ended with exit code " + process.exitValue(), exitCode());
  }

  private int exitCode() {
    return process.exitValue() == 0 ? 1 : process.exitValue();
  }

  private LaunchException failure(String what, int exitCode) {
    return new LaunchException(
        what + ". The end of its log " + log + ":\n" + LogTail.of(log), exitCode);
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while waiting for Payara Micro");
    }
  }

  /** Stops the server and deletes its temporary files; the log stays. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_ON_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    temporary.close();
  }
}
