// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.mcpauth.benchmarks.war.EchoTools;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.KeyAlgorithm;

/** A running issuer, and tokens of it for the protected application. */
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

  /** A token that is good for the tool. */
  String sufficient() {
    return server.tokens().forResource(resource).subject("alice").scope(EchoTools.SCOPE).mint();
  }

  /** A token without the scope of the tool. */
  String insufficient() {
    return server.tokens().forResource(resource).subject("alice").scope("text:other").mint();
  }

  /** Tokens that are all good and all different. */
  List<String> different(int count) {
    return IntStream.range(0, count).parallel().mapToObj(i -> sufficient()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
