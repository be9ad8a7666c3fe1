// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mcpauth.checker.AuthorizationServerChecker;
import org.mcpauth.checker.IssuerUnreachableException;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.report.CompatibilityReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: looks at one issuer. */
@Command(
    name = "check",
    description = "Looks at one authorization server.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.JarVersion.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no errors",
      "1:at least one error: MCP clients or servers cannot work with this issuer",
      "2:wrong usage, or the issuer cannot be reached"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "issuer", description = "The issuer identifier, as clients are told.")
  private String issuer = "";

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Mixin private TokenOptions token;

  @Option(
      names = "--timeout",
      defaultValue = "10",
      paramLabel = "seconds",
      description = "For each request (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--max-size",
      defaultValue = "524288",
      paramLabel = "bytes",
      description = "The largest answer that is read (default: ${DEFAULT-VALUE}).")
  private int maxSize;

  @Option(
      names = "--origin",
      defaultValue = CheckOptions.DEFAULT_ORIGIN,
      paramLabel = "origin",
      description = "The Origin of a client in a browser (default: ${DEFAULT-VALUE}).")
  private String origin = CheckOptions.DEFAULT_ORIGIN;

  CheckCommand(Map<String, String> environment) {
    token = new TokenOptions(environment);
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      CompatibilityReport report = new AuthorizationServerChecker(options()).check(issuer);
      out.print(json ? JsonReport.of(report) : TextReport.of(report));
      out.flush();
      return report.isCompatible() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (IllegalArgumentException e) {
      return failed(spec, e.getMessage() + " (see --help)");
    } catch (IssuerUnreachableException e) {
      return failed(spec, "the issuer does not answer: " + e.getMessage());
    }
  }

  private CheckOptions options() {
    CheckOptions options =
        CheckOptions.defaults()
            .withTimeout(Duration.ofSeconds(timeout))
            .withMaxResponseSize(maxSize)
            .withOrigin(origin);
    return token.request().map(options::withTokenRequest).orElse(options);
  }

  private static int failed(CommandSpec spec, String fault) {
    spec.commandLine().getErr().println("mcp-auth-checker: " + fault);
    return CommandLine.ExitCode.USAGE;
  }
}
