// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a fake in place of Payara Micro; the real one is part of the samples' own tests. */
class PayaraMicroProcessTest {

  private final Path directory;

  PayaraMicroProcessTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private final int port = LoopbackPort.free();

  @Test
  void startWhenApplicationAnswersThenReturnsRunningProcess() {
    try (PayaraMicroProcess process = builder(FakeServer.ANSWERS).start()) {
      assertThat(process.isAlive()).isTrue();
      assertThat(process.uri("/mcp")).hasToString("http://localhost:" + port + "/mcp");
    }
  }

  @Test
  void startWhenSystemPropertiesGivenThenServerGetsThemButNotAsArguments() throws Exception {
    Map<String, String> given =
        Map.of("mcp.auth.a", "x=y: \"z\" \\ #!", "mcp.auth.b", "gr\u00fc\u00dfe \u20ac\n.");
    try (PayaraMicroProcess process = builder(FakeServer.ANSWERS).systemProperties(given).start()) {
      Properties received = new Properties();
      received.load(new StringReader(get(process)));
      assertThat(received).isEqualTo(given);
      Optional<String> commandLine =
          ProcessHandle.of(process.pid()).flatMap(handle -> handle.info().commandLine());
      assertThat(commandLine.orElse("")).doesNotContain("mcp.auth.a", "x=y");
    }
  }

  @Test
  void startWhenServerEndsThenFailsWithExitCodeAndLog() {
    LaunchException failure =
        catchThrowableOfType(LaunchException.class, () -> builder(FakeServer.ENDS).start());
    assertThat(failure)
        .hasMessageContaining("ended with exit code 3")
        .hasMessageContaining("log of the server");
    assertThat(failure.exitCode()).isEqualTo(3);
  }

  @Test
  void startWhenServerIsSilentThenFailsInTimeAndStopsIt() {
    PayaraMicroBuilder builder = builder(FakeServer.SILENT).timeout(Duration.ofMillis(500));
    PayaraMicroProcess process = builder.launch();
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> builder.awaitReady(process))
        .withMessageContaining("did not answer within");
    process.close();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void startWhenApplicationIsNotDeployedThenFails() {
    PayaraMicroBuilder builder = builder(FakeServer.IS_NOT_THERE).timeout(Duration.ofSeconds(2));
    assertThatExceptionOfType(LaunchException.class).isThrownBy(builder::start);
  }

  /** Payara Micro goes on without it, and says so in its log alone. */
  @Test
  void startWhenApplicationCannotBeLoadedThenFailsWithoutWaiting() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(builder(FakeServer.CANNOT_BE_LOADED)::start)
        .withMessageStartingWith("Payara Micro could not load the application. ")
        .withMessageContaining("MCPAUTH-1002: the reason");
  }

  @Test
  void startWhenWarIsMissingThenFailsWithItsName() {
    Path war = directory.resolve("nothing.war");
    PayaraMicroBuilder builder = PayaraMicroProcess.builder(FakeServer.jar(directory), war, port);
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(builder::start)
        .withMessage("There is no file " + war + ".");
  }

  @Test
  void closeWhenRunningThenProcessEndsAndTemporaryFilesAreGone() {
    PayaraMicroProcess process = builder(FakeServer.ANSWERS).start();
    Path temporary = temporaryDirectoryOf(process);
    assertThat(temporary).isDirectory();
    process.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(temporary).doesNotExist();
    assertThat(Files.exists(directory.resolve("server.log"))).isTrue();
    assertThat(LoopbackPort.isFree(port)).isTrue();
  }

  @Test
  void awaitEndWhenServerEndsByItselfThenReportsExitCodeAndLog() throws Exception {
    PayaraMicroProcess process = builder(FakeServer.ANSWERS).start();
    try (process) {
      ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
      assertThat(process.awaitEnd())
          .hasMessageContaining("ended with exit code 137")
          .hasMessageContaining("log of the server");
    }
  }

  private PayaraMicroBuilder builder(String war) {
    return PayaraMicroProcess.builder(
            FakeServer.jar(directory), FakeServer.war(directory, war), port)
        .log(directory.resolve("server.log"));
  }

  private static String get(PayaraMicroProcess process) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(process.uri("/")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static Path temporaryDirectoryOf(PayaraMicroProcess process) {
    String[] arguments =
        ProcessHandle.of(process.pid()).orElseThrow().info().arguments().orElseThrow();
    for (String argument : arguments) {
      if (argument.startsWith("-Djava.io.tmpdir=")) {
        return Path.of(argument.substring("-Djava.io.tmpdir=".length()));
      }
    }
    throw new AssertionError("no temporary directory");
  }
}
