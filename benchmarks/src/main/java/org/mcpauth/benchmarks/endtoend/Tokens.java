// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.KeyAlgorithm;

/** A running issuer. */
final class Tokens implements AutoCloseable {

  private final DevAuthorizationServer server;
  private final String resource;

  Tokens(KeyAlgorithm algorithm, String resource) {
    this.resource = resource;
    this.server =
        DevAuthorizationServer.builder()
            .port(0)
            .keyAlgorithm(algorithm)
            .accessTokenLifetime(Duration.ofDays(1))
            .start();
  }

  String issuer() {
    return server.issuer().toString();
  }

  /**
   * Mints tokens.
   *
   * @param scopes what the good ones are good for
   * @param count how many different ones
   */
  TokenSet mint(List<String> scopes, int count) {
    String[] all = scopes.toArray(String[]::new);
    return new TokenSet(
        token(all),
        IntStream.range(0, count).parallel().mapToObj(i -> token(all)).toList(),
        token("text:other"));
  }

  private String token(String... scopes) {
    return server.tokens().forResource(resource).subject("alice").scope(scopes).mint();
  }

  @Override
  public void close() {
    server.close();
  }
}
