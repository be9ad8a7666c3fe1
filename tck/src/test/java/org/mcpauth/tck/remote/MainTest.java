// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.tck.remote.CommandLineRun.careless;
import static org.mcpauth.tck.remote.CommandLineRun.freePort;
import static org.mcpauth.tck.remote.CommandLineRun.plain;
import static org.mcpauth.tck.remote.CommandLineRun.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpauth.tck.reference.ReferenceServer;

class MainTest {

  private static final String LOW = "opaque-low-token";
  private static final String FULL = "opaque-full-token";
  private static final String REVISION = "--revision=2026-07-28";

  @TempDir private Path reports = Path.of("target");
  private final int port = freePort();
  private final String issuer = "--issuer-port=" + port;
  private CommandLineRun run = new CommandLineRun(reports);

  @BeforeEach
  void newRun() {
    run = new CommandLineRun(reports);
  }

  @Test
  void executeWhenServerIsRightThenExitsWithZero() {
    try (ReferenceServer server = reference(port)) {
      int code = run.execute(server.endpoint(), issuer, REVISION, "--runtime=reference");
      assertThat(run.out())
          .contains("ok           2026-07-28  request-without-token-is-challenged")
          .doesNotContain("FAIL", "2025-06-18")
          .contains("The server passes.");
      assertThat(code).isZero();
    }
    assertThat(reports)
        .isDirectoryContaining("glob:**/mcp-auth-tck-reference-standard.html")
        .isDirectoryContaining("glob:**/mcp-auth-tck-reference-standard.json")
        .isDirectoryContaining("glob:**/TEST-junit-jupiter.xml");
  }

  @Test
  void executeWhenTokensAreGivenThenSaysWhatCannotBeChecked() throws IOException {
    run.environment.put(IssuerOptions.LOW, LOW);
    run.environment.put(IssuerOptions.FULL, FULL);
    try (ReferenceServer server = reference(port)) {
      assertThat(run.execute(server.endpoint(), REVISION)).isOne();
    }
    assertThat(run.out())
        .contains("not checked  2026-07-28  expired-token-is-refused")
        .doesNotContain("Issuer", LOW, FULL);
    assertThat(reportTexts())
        .hasSize(3)
        .noneMatch(text -> text.contains(LOW) || text.contains(FULL))
        .noneMatch(text -> text.contains("sun.java.command"));
  }

  @Test
  void executeWhenAssertionFailsThenExitsWithOneAndPrintsItsClauses() {
    try (ReferenceServer server = careless(port)) {
      assertThat(run.execute(server.endpoint(), issuer, REVISION, "--level=core")).isOne();
    }
    assertThat(run.out())
        .contains("FAIL         2026-07-28  challenge-names-scope")
        .contains("CHAL-1 (SHOULD) MCP servers SHOULD include a scope parameter")
        .contains("Failed assertions: 1, about a MUST: 0.");
  }

  @Test
  void executeWhenOnlyMustCountsThenExitsWithZeroForShould() {
    try (ReferenceServer server = careless(port)) {
      assertThat(run.execute(server.endpoint(), issuer, REVISION, "--level=core", "--must-only"))
          .isZero();
    }
  }

  @Test
  void executeWhenExclusionIsStaleThenExitsWithOne() throws IOException {
    Path profile = reports.resolve("profile.yaml");
    Files.writeString(
        profile,
        "{name: mine, revisions: [2026-07-28],"
            + " exclusions: [{assertion: metadata-is-served, reason: none}]}");
    try (ReferenceServer server = reference(port)) {
      assertThat(run.execute(server.endpoint(), issuer, "--profile=" + profile, "--level=core"))
          .isOne();
    }
    assertThat(run.out()).contains("so that its exclusion can go");
  }

  @Test
  void executeWhenNothingIsMeasuredThenExitsWithOne() {
    try (ReferenceServer server = plain(port)) {
      assertThat(run.execute(server.endpoint(), issuer, REVISION, "--level=extended")).isOne();
    }
    assertThat(run.out())
        .contains("excluded     2026-07-28  dpop-bound-token-is-accepted", "Nothing was measured.");
  }

  private List<String> reportTexts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
