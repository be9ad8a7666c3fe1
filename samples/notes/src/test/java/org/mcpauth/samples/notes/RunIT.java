// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.samples.launcher.LoopbackPort;
import org.mcpauth.samples.launcher.SampleLauncher;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

/** What {@code mvn -Prun} does: starts, can be configured, listens on loopback only, stops. */
class RunIT {

  private final Path directory;
  private final int httpPort = LoopbackPort.free();
  private final int issuerPort = LoopbackPort.free();

  RunIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void mainWhenTerminatedThenNothingIsLeftRunning() throws Exception {
    Process launcher = launch();
    List<ProcessHandle> children = new ArrayList<>();
    List<String> output = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    try (var reader = launcher.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        if (line.equals("Ctrl-C stops everything.")) {
          launcher.children().forEach(children::add);
          answers.add(Wire.get(URI.create("http://localhost:" + httpPort + "/mcp")));
          launcher.toHandle().destroy();
        }
      }
    }
    assertThat(launcher.waitFor()).isEqualTo(143);
    assertThat(output)
        .contains("MCP endpoint:         http://localhost:" + httpPort + "/mcp")
        .endsWith("Ctrl-C stops everything.");
    assertThat(answers)
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.header("WWW-Authenticate"))
                    .containsExactly(
                        "Bearer scope=\"from:environment\","
                            + " resource_metadata=\"https://notes.example/.well-known/oauth-protected-resource/mcp\""));
    assertThat(children).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(LoopbackPort.isFree(httpPort)).isTrue();
    assertThat(LoopbackPort.isFree(issuerPort)).isTrue();
  }

  /** The environment configures the application: no system property hides it. */
  private Process launch() throws Exception {
    Map<String, String> properties =
        Map.of(
            "http.port",
            Integer.toString(httpPort),
            "issuer.port",
            Integer.toString(issuerPort),
            "launcher.payara.jar",
            System.getProperty("launcher.payara.jar", ""),
            "launcher.war",
            System.getProperty("launcher.war", ""),
            "launcher.payara.log",
            directory.resolve("payara.log").toString(),
            "launcher.walkthrough",
            System.getProperty("launcher.walkthrough", ""),
            McpAuthConfigNames.ALLOWED_HOSTS,
            "localhost:" + httpPort);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            SampleLauncher.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("MCP_AUTH_RESOURCE", "https://notes.example/mcp");
    builder.environment().put("MCP_AUTH_SCOPES", "from:environment");
    return builder.start();
  }
}
