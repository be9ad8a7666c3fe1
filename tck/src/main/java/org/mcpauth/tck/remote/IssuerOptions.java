// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.report.Redaction;
import org.mcpauth.tck.server.GivenTokens;
import org.mcpauth.tck.server.Issuer;
import picocli.CommandLine.Option;

/** Where the tokens come from. */
final class IssuerOptions {

  /** In place of {@code --token-low}, which other users of the machine can see. */
  static final String LOW = "MCP_AUTH_TCK_TOKEN_LOW";

  /** In place of {@code --token-full}. */
  static final String FULL = "MCP_AUTH_TCK_TOKEN_FULL";

  private final Map<String, String> environment;

  @Option(
      names = "--issuer-port",
      defaultValue = "9797",
      description = "Port on loopback of the TCK's issuer (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--given-tokens",
      description = "No issuer: use the two opaque tokens of the fixture contract.")
  private boolean standard;

  @Option(
      names = "--token-low",
      paramLabel = "token",
      description = "No issuer: a token with the baseline scope. Or in $" + LOW + ".")
  private @Nullable String low;

  @Option(
      names = "--token-full",
      paramLabel = "token",
      description = "No issuer: a token with every scope but admin. Or in $" + FULL + ".")
  private @Nullable String full;

  IssuerOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The tokens that were given; empty if the issuer is to make them. */
  Optional<GivenTokens> given() throws UnusableException {
    Optional<String> givenLow = present(low).or(() -> present(environment.get(LOW)));
    Optional<String> givenFull = present(full).or(() -> present(environment.get(FULL)));
    if (givenLow.isPresent() != givenFull.isPresent()) {
      throw new UnusableException("give both tokens, low and full, or none");
    }
    if (givenLow.isPresent() && standard) {
      throw new UnusableException(
          "--given-tokens means the tokens of the contract: give no others");
    }
    if (standard) {
      return Optional.of(GivenTokens.STANDARD);
    }
    return givenLow.flatMap(token -> givenFull.map(other -> new GivenTokens(token, other)));
  }

  private static Optional<String> present(@Nullable String value) {
    return Optional.ofNullable(value).filter(token -> !token.isBlank());
  }

  /** Takes the given tokens out of what is written. */
  Redaction redaction() throws UnusableException {
    return given()
        .map(tokens -> new Redaction(List.of(tokens.full(), tokens.low())))
        .orElse(Redaction.OF_JWTS);
  }

  Issuer start() throws UnusableException {
    try {
      return Issuer.start(port);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new UnusableException(
          "the issuer cannot listen at 127.0.0.1:%d: %s".formatted(port, e.getMessage()));
    }
  }
}
