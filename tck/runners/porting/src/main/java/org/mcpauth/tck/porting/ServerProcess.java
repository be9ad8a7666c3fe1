// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that is an ordinary Java application. Its output goes where that of the tests goes. */
final class ServerProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a server and waits until it says that it is there.
   *
   * @param options of the virtual machine
   * @param arguments a file with more options, the main class and its arguments
   * @param announcement what its output says when it is there
   */
  static ServerProcess start(List<String> options, Path arguments, String announcement) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("@" + arguments);
    ServerProcess server;
    try {
      server = new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
    Thread reader = new Thread(() -> server.read(announcement), "server output");
    reader.setDaemon(true);
    reader.start();
    server.await();
    return server;
  }

  private void read(String announcement) {
    PrintStream out = System.out;
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null) {
        out.println(line);
        if (line.contains(announcement)) {
          ready.complete(null);
        }
        line = output.readLine();
      }
    } catch (IOException e) {
      out.println(e); // the process has ended in the middle of a line
    }
    ready.completeExceptionally(new IllegalStateException("the server has ended"));
  }

  private void await() {
    try {
      ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException("the server does not start", e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
