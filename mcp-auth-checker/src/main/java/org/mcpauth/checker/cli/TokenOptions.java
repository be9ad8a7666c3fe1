// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.checker.options.TokenRequest;
import picocli.CommandLine.Option;

/** The token that is asked for, and where the secret for it is from. */
final class TokenOptions {

  private static final int LARGEST_SECRET = 8192;

  private final Map<String, String> environment;

  @Option(
      names = "--client-id",
      paramLabel = "id",
      description = "Asks for a token as this client.")
  private @Nullable String clientId;

  @Option(
      names = "--client-secret",
      paramLabel = "secret",
      description = "Its secret. Others on this machine can see it; prefer one of the next two.")
  private @Nullable String secret;

  @Option(
      names = "--client-secret-file",
      paramLabel = "file",
      description = "A file with the secret; a line break at the end is ignored.")
  private @Nullable Path secretFile;

  @Option(
      names = "--client-secret-env",
      paramLabel = "name",
      description = "An environment variable with the secret.")
  private @Nullable String secretVariable;

  @Option(
      names = "--resource",
      paramLabel = "uri",
      description = "The resource that the token is for: the URL of the MCP server.")
  private @Nullable String resource;

  @Option(
      names = "--scope",
      split = "[, ]",
      paramLabel = "scope",
      description = "Scopes of the token. May repeat.")
  private List<String> scopes = List.of();

  TokenOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Empty if nothing about a token was given. */
  Optional<TokenRequest> request() {
    long secrets = Stream.of(secret, secretFile, secretVariable).filter(o -> o != null).count();
    if (clientId == null && resource == null && secrets == 0 && scopes.isEmpty()) {
      return Optional.empty();
    }
    if (clientId == null || resource == null || secrets != 1) {
      throw new IllegalArgumentException(
          "a token needs --client-id, --resource, and one of --client-secret, --client-secret-file"
              + " and --client-secret-env");
    }
    return Optional.of(new TokenRequest(clientId, secret(), resource, scopes));
  }

  private String secret() {
    if (secretFile != null) {
      return content(secretFile);
    }
    if (secretVariable != null) {
      return Optional.ofNullable(environment.get(secretVariable))
          .orElseThrow(
              () -> new IllegalArgumentException("--client-secret-env: there is no such variable"));
    }
    return Optional.ofNullable(secret).orElse("");
  }

  private static String content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_SECRET + 1);
      if (bytes.length > LARGEST_SECRET) {
        throw new IllegalArgumentException("--client-secret-file: the file is too large");
      }
      return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (IOException e) {
      throw new IllegalArgumentException("--client-secret-file: the file cannot be read", e);
    }
  }
}
