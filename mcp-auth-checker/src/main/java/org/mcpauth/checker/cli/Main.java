// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "mcp-auth-checker",
    description = "Finds out what an authorization server lacks for MCP.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.JarVersion.class)
public final class Main implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Made by the command line. */
  Main() {}

  /**
   * Runs a command.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // JSON is UTF-8, whatever the terminal speaks.
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(commandLine(System.getenv()).setOut(out).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.addSubcommand(new CheckCommand(environment));
    commandLine.setParameterExceptionHandler((fault, args) -> usage(fault.getCommandLine(), fault));
    commandLine.setExecutionExceptionHandler((fault, command, parsed) -> usage(command, fault));
    return commandLine;
  }

  private static int usage(CommandLine commandLine, Exception fault) {
    commandLine.getErr().println("mcp-auth-checker: " + fault.getMessage() + " (see --help)");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    throw new ParameterException(spec.commandLine(), "there is one command: check <issuer>");
  }

  /** The version of the jar. */
  static final class JarVersion implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "development" : version};
    }
  }
}
