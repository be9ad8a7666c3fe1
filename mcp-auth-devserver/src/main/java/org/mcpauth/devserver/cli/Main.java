// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.DevAuthorizationServerBuilder;
import org.mcpauth.devserver.DevClient;
import org.mcpauth.devserver.KeyAlgorithm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: starts a server, says how to get a token, and runs until it is stopped. */
@Command(
    name = "mcp-auth-devserver",
    description = "An OAuth 2.1 authorization server on loopback, for development and tests.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.JarVersion.class,
    showDefaultValues = true)
public final class Main implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "9090",
      description = "Port to listen on; 0 finds a free one.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description = "Loopback host to listen on: localhost, 127.0.0.0/8 or ::1.")
  private String host = "localhost";

  @Option(names = "--issuer", description = "Issuer identifier, if it is not http://<host>:<port>.")
  private @Nullable URI issuer;

  @Option(names = "--interactive", description = "Show login and consent instead of approving.")
  private boolean interactive;

  @Option(
      names = "--user",
      description = "Who can log in (default: alice=alice and bob=bob). May repeat.",
      paramLabel = "name=password")
  private Map<String, String> users = Map.of();

  @Option(
      names = "--auto-approved-user",
      defaultValue = "dev-user",
      description = "Subject of tokens when nobody is asked.")
  private String autoApprovedUser = "dev-user";

  @Option(
      names = "--scopes",
      split = ",",
      description = "The scopes that exist (default: any).",
      paramLabel = "scope")
  private List<String> scopes = List.of();

  @Option(
      names = "--token-lifetime",
      defaultValue = "300",
      description = "Lifetime of access tokens in seconds.")
  private long tokenLifetime;

  @Option(
      names = "--key-algorithm",
      defaultValue = "RS256",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private KeyAlgorithm keyAlgorithm = KeyAlgorithm.RS256;

  @Option(names = "--opaque-tokens", description = "Issue opaque tokens instead of JWTs.")
  private boolean opaqueTokens;

  @Option(
      names = "--default-audience",
      description = "aud of tokens requested without resource (default: the issuer).")
  private @Nullable String defaultAudience;

  @Option(
      names = "--redirect-uri",
      description = "Redirect URI of the preregistered client dev. May repeat.")
  private List<String> redirectUris = List.of();

  @Option(
      names = "--allow-remote-client-metadata",
      description = "Fetch client metadata documents from other than loopback hosts, over https.")
  private boolean remoteClientMetadata;

  /** Made by the command line. */
  Main() {}

  /**
   * Starts a server.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // A client that stops in the middle of a request must not hold a thread for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    int exitCode = new CommandLine(new Main()).execute(args);
    if (exitCode != CommandLine.ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    try {
      DevAuthorizationServer server = builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
      welcome(commandLine.getOut(), server);
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      commandLine.getErr().println("mcp-auth-devserver: " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  private DevAuthorizationServerBuilder builder() {
    DevAuthorizationServerBuilder builder =
        DevAuthorizationServer.builder()
            .host(host)
            .port(port)
            .interactive(interactive)
            .autoApprovedUser(autoApprovedUser)
            .scopes(scopes.toArray(String[]::new))
            .accessTokenLifetime(Duration.ofSeconds(tokenLifetime))
            .keyAlgorithm(keyAlgorithm)
            .opaqueTokens(opaqueTokens)
            .remoteClientMetadata(remoteClientMetadata)
            .client(
                DevClient.confidential(
                        DevAuthorizationServer.DEFAULT_CLIENT_ID,
                        DevAuthorizationServer.DEFAULT_CLIENT_SECRET)
                    .redirectUri(redirectUris.toArray(String[]::new)));
    users.forEach(builder::user);
    if (issuer != null) {
      builder.issuer(issuer);
    }
    return defaultAudience == null ? builder : builder.defaultAudience(defaultAudience);
  }

  private void welcome(PrintWriter out, DevAuthorizationServer server) {
    String scope = scopes.isEmpty() ? "notes:read" : scopes.get(0);
    out.println("Issuer " + server.issuer() + " - for development only. Ctrl-C stops it.");
    out.println("A token for an MCP server at http://localhost:8080/mcp:");
    out.println(
        "  curl -u dev:dev -d grant_type=client_credentials -d scope=%s -d resource=%s %s"
            .formatted(scope, "http://localhost:8080/mcp", server.issuer() + "/token"));
    out.flush();
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
