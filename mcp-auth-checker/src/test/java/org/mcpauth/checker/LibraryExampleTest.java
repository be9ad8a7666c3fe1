// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** What the README promises. */
@ExtendWith(DevAuthorizationServerExtension.class)
class LibraryExampleTest {

  private static final Path README = Path.of("README.md");
  private static final Path SOURCE =
      Path.of("src/test/java/org/mcpauth/checker/LibraryExampleTest.java");

  // begin
  static List<String> missing(String issuer, String secret) throws IssuerUnreachableException {
    CheckOptions options =
        CheckOptions.defaults()
            .withTokenRequest(
                new TokenRequest(
                    "dev", secret, "http://localhost:8080/mcp", List.of("notes:read")));
    CompatibilityReport report = new AuthorizationServerChecker(options).check(issuer);
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.id() + ": " + finding.seen())
        .toList();
  }

  // end

  @Test
  void missingWhenServerIsWholeThenNothing(DevAuthorizationServer server) throws IOException {
    assertThat(missing(server.issuer().toString(), "dev")).isEmpty();
  }

  @Test
  void readmeWhenExampleChangesThenChangesToo() throws IOException {
    String source = Files.readString(SOURCE);
    String example =
        source
            .substring(source.indexOf("  // begin\n") + 11, source.indexOf("\n  // end\n"))
            .strip();
    assertThat(Files.readString(README).replace("\r", ""))
        .contains("```java\n" + example.stripIndent().replace("\n  ", "\n") + "\n```");
  }

  @Test
  void readmeWhenCheckIsAddedThenHasARowForIt() throws IOException {
    String rows =
        Files.readAllLines(README).stream()
            .filter(line -> line.startsWith("| `"))
            .collect(Collectors.joining("\n"));
    assertThat(Arrays.stream(Check.values()).map(check -> "| `" + check.id() + "` | "))
        .allSatisfy(row -> assertThat(rows).containsOnlyOnce(row));
    assertThat(Arrays.stream(Check.values()).map(Check::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void findingWhenMadeByHandThenKnowsItsClause() {
    Finding finding = Finding.warning(Check.PKCE_S256, "a", "b").withAdvice("c");
    assertThat(finding.advice()).contains("b c");
    assertThat(finding.clause()).isEqualTo(Check.PKCE_S256.clause());
    assertThat(Finding.ok(Check.DPOP, "a").withAdvice("c").advice()).contains("c");
  }
}
