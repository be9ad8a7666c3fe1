// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.benchmarks.war.EchoTools;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.rpc.MalformedMessageException;

/** What is measured does what it is said to do. */
class BenchmarksResultTest {

  @ParameterizedTest
  @EnumSource
  void firstSightVerifiesAnewAndFloorVerifiesTheSameSignature(KeyAlgorithm algorithm)
      throws IOException, GeneralSecurityException {
    FirstSightBenchmark benchmark = new FirstSightBenchmark();
    benchmark.algorithm = algorithm;
    benchmark.prepare();

    AccessToken token = benchmark.ours();
    assertThat(token.subject()).hasValue("alice");
    assertThat(benchmark.ours()).isNotSameAs(token);
    assertThat(benchmark.floor()).isTrue();
    assertThat(benchmark.floor()).isTrue();
  }

  @Test
  void knownTokenIsTheOneThatWasVerifiedBefore() throws IOException, GeneralSecurityException {
    KnownTokenBenchmark benchmark = new KnownTokenBenchmark();
    benchmark.prepare();

    assertThat(benchmark.ours()).isSameAs(benchmark.ours()).isSameAs(benchmark.floor());
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 102_400})
  void messageNamesTheToolAndFloorGoesOverAllTokens(int size)
      throws IOException, MalformedMessageException {
    MessageBenchmark benchmark = new MessageBenchmark();
    benchmark.size = size;
    benchmark.prepare();

    assertThat(benchmark.ours().operation()).isEqualTo(McpOperation.tool(EchoTools.TOOL));
    assertThat(benchmark.floor()).isEqualTo(42);
  }

  @Test
  void decisionIsToProceedWithTheTool() throws IOException {
    DecisionBenchmark benchmark = new DecisionBenchmark();
    benchmark.prepare();

    assertThat(benchmark.ours())
        .isInstanceOfSatisfying(
            Decision.Proceed.class,
            proceed -> {
              assertThat(proceed.operation()).isEqualTo(McpOperation.tool(EchoTools.TOOL));
              assertThat(proceed.token()).isPresent();
            });
  }
}
