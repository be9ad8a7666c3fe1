// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLauncherTest {

  private final Path directory;

  SampleLauncherTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void mainWhenHttpPortInUseThenSaysSoInOneLineAndExits() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      Process process = launch(FakeServer.ANSWERS, Map.of("http.port", port));
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(output(process))
          .containsExactly(
              "Port " + port + " is in use. Choose another one with -Dhttp.port=<port>.");
    }
  }

  @Test
  void mainWhenIssuerPortInUseThenSaysSoInOneLineAndExits() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      Process process = launch(FakeServer.ANSWERS, Map.of("issuer.port", port));
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(output(process))
          .containsExactly(
              "Port " + port + " is in use. Choose another one with -Dissuer.port=<port>.");
    }
  }

  @Test
  void mainWhenCompanionPortInUseThenSaysSoInOneLineAndExits() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      Process process = launch(FakeServer.ANSWERS, Map.of("companion.port", port));
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(output(process))
          .containsExactly(
              "Port " + port + " is in use. Choose another one with -Dcompanion.port=<port>.");
    }
  }

  @Test
  void mainWhenThereIsACompanionThenItRunsAndTheApplicationKnowsWhere() throws Exception {
    int http = LoopbackPort.free();
    int issuer = LoopbackPort.free();
    int companion = LoopbackPort.free();
    List<String> answers = new ArrayList<>();
    List<String> output =
        untilStopped(
            launch(
                FakeServer.ANSWERS,
                Map.of(
                    "http.port", Integer.toString(http),
                    "issuer.port", Integer.toString(issuer),
                    "companion.port", Integer.toString(companion))),
            process -> {
              answers.add(get(companion));
              answers.add(get(http));
            });
    assertThat(output).contains("curl 'http://localhost:" + http + "/mcp'");
    assertThat(answers.get(0))
        .isEqualTo("http://localhost:" + issuer + " http://localhost:" + http + "/mcp");
    // As in a properties file, where colons are escaped.
    assertThat(answers.get(1))
        .contains(FakeCompanion.KEY + "=http\\://localhost\\:" + companion + "/fake");
    assertThat(LoopbackPort.isFree(companion)).isTrue();
  }

  @Test
  void mainWhenServerEndsThenExitsWithItsCodeAndTheEndOfItsLog() throws Exception {
    Process process = launch(FakeServer.ENDS, Map.of());
    assertThat(process.waitFor()).isEqualTo(3);
    assertThat(String.join("\n", output(process)))
        .contains("ended with exit code 3")
        .contains("log of the server")
        .doesNotContain("\tat ");
  }

  @Test
  void mainWhenTerminatedThenStopsServerAndSaysNothing() throws Exception {
    Process process = launch(FakeServer.ANSWERS, Map.of());
    List<ProcessHandle> children = new ArrayList<>();
    List<String> output =
        untilStopped(process, running -> running.children().forEach(children::add));
    assertThat(children).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(output).endsWith("Ctrl-C stops everything.");
  }

  @Test
  void mainWhenTerminatedWhileStartingThenStopsServerAndSaysNothing() throws Exception {
    Process process = launch(FakeServer.SILENT, Map.of());
    List<ProcessHandle> children = awaitChildren(process);
    process.toHandle().destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(children).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(output(process)).singleElement().asString().startsWith("Starting Payara Micro");
  }

  /** Does something when all runs, and terminates it then. */
  private static List<String> untilStopped(Process process, Consumer<Process> whenRunning)
      throws Exception {
    List<String> output = new ArrayList<>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.equals("Ctrl-C stops everything.")) {
          whenRunning.accept(process);
          process.toHandle().destroy();
        }
        output.add(line);
      }
    }
    assertThat(process.waitFor()).isEqualTo(143);
    return output;
  }

  private static String get(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection(Proxy.NO_PROXY);
      InputStream body =
          connection.getResponseCode() < 400
              ? connection.getInputStream()
              : connection.getErrorStream();
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ProcessHandle> awaitChildren(Process process) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<ProcessHandle> children = List.of();
    while (children.isEmpty() && System.nanoTime() - deadline < 0) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        break;
      }
      children = process.children().toList();
    }
    return children;
  }

  private Process launch(String war, Map<String, String> properties) throws Exception {
    Map<String, String> all = new TreeMap<>();
    all.put("http.port", Integer.toString(LoopbackPort.free()));
    all.put("issuer.port", Integer.toString(LoopbackPort.free()));
    all.put("companion.port", Integer.toString(LoopbackPort.free()));
    all.put("launcher.payara.jar", FakeServer.jar(directory).toString());
    all.put("launcher.war", FakeServer.war(directory, war).toString());
    all.put("launcher.payara.log", directory.resolve("server.log").toString());
    all.put(
        "launcher.walkthrough",
        Files.writeString(directory.resolve("walkthrough.sh"), "curl '@MCP@'\n").toString());
    all.putAll(properties);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx128m");
    all.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SampleLauncher.class.getName());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> output(Process process) {
    return process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
