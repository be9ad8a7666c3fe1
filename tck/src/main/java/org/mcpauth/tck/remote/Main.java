// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.Revision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: measures a server that is running already, in any language. */
@Command(
    name = "mcp-auth-tck",
    description = "Measures how an MCP server protects itself.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.JarVersion.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every assertion passed, or is excluded by the profile",
      "1:an assertion failed",
      "2:wrong usage, or the server cannot be reached"
    })
public final class Main implements Callable<Integer> {

  private static final Set<String> LEVELS = Set.of("core", "scopes", "extended");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      required = true,
      description = "The URL of the MCP endpoint, which is its resource identifier too.")
  private URI url = URI.create("");

  @Mixin private IssuerOptions issuer = new IssuerOptions(Map.of());

  @Option(
      names = "--level",
      split = ",",
      paramLabel = "level",
      description = "core, scopes or extended (default: all). May repeat.")
  private List<String> levels = List.of();

  @Option(
      names = "--revision",
      split = ",",
      paramLabel = "date",
      description = "A revision of MCP (default: those of the profile, or all). May repeat.")
  private List<String> revisions = List.of();

  @Option(
      names = "--profile",
      paramLabel = "file",
      description = "YAML: what the server is excused from, and why.")
  private @Nullable Path profile;

  @Option(
      names = "--runtime",
      description = "The name of the server in reports (default: its host).")
  private @Nullable String runtime;

  @Option(
      names = "--reports",
      defaultValue = "mcp-auth-tck-report",
      description = "Where reports go (default: ${DEFAULT-VALUE}).")
  private Path reports = Path.of("mcp-auth-tck-report");

  @Option(names = "--must-only", description = "Exit with 1 only if a MUST is not kept.")
  private boolean mustOnly;

  Main(Map<String, String> environment) {
    issuer = new IssuerOptions(environment);
  }

  /**
   * Measures a server.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // Nothing here logs; a word about that would be noise.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(commandLine(System.getenv()).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(new Main(environment));
    commandLine.setParameterExceptionHandler((fault, args) -> usage(commandLine, fault));
    commandLine.setExecutionExceptionHandler((fault, command, parsed) -> usage(command, fault));
    return commandLine;
  }

  private static int usage(CommandLine commandLine, Exception fault) {
    commandLine.getErr().println("mcp-auth-tck: " + fault.getMessage() + " (see --help)");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    try {
      RemoteRun run = new RemoteRun(endpoint(), plan(), spec.commandLine().getOut());
      return run.execute(issuer) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (UnusableException e) {
      spec.commandLine().getErr().println("mcp-auth-tck: " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  private URI endpoint() throws UnusableException {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null || url.getRawFragment() != null) {
      throw new UnusableException("--url needs an absolute http or https URL without a fragment");
    }
    return url;
  }

  private Plan plan() throws UnusableException {
    ProfileFile file = profile == null ? ProfileFile.STANDARD : ProfileFile.read(profile);
    for (String level : levels) {
      if (!LEVELS.contains(level)) {
        throw new UnusableException("--level knows core, scopes and extended, not " + level);
      }
    }
    return new Plan(
        file.profile(),
        measured(file),
        levels,
        Optional.ofNullable(runtime).orElse(url.getAuthority()),
        reports,
        mustOnly);
  }

  private Set<Revision> measured(ProfileFile file) throws UnusableException {
    Set<Revision> measured = EnumSet.noneOf(Revision.class);
    try {
      revisions.forEach(date -> measured.add(Revision.of(date)));
    } catch (IllegalArgumentException e) {
      throw new UnusableException("--revision: " + e.getMessage());
    }
    return measured.isEmpty() ? file.revisions() : measured;
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
