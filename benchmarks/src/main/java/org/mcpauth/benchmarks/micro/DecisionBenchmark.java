// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mcpauth.benchmarks.fixture.Issuer;
import org.mcpauth.benchmarks.fixture.Json;
import org.mcpauth.benchmarks.fixture.ResourceSettings;
import org.mcpauth.benchmarks.fixture.ToolCall;
import org.mcpauth.benchmarks.fixture.ToolCallRequest;
import org.mcpauth.benchmarks.war.EchoTools;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.internal.engine.ApplicationParts;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.EngineAssembly;
import org.mcpauth.internal.engine.HttpRequestView;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.SettingsReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All that is decided about a request: a known token, a message of 1 KB, a tool that needs a scope.
 * The floor is the sum of two others: those of the known token and of the message.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {

  private AuthorizationEngine engine;
  private HttpRequestView request;

  /** Made by JMH, which calls {@link #prepare} next. */
  @SuppressWarnings("NullAway.Init")
  public DecisionBenchmark() {}

  /**
   * Makes engine and request.
   *
   * @throws IOException if there is no token
   */
  @Setup
  public void prepare() throws IOException {
    Issuer issuer = Issuer.of(KeyAlgorithm.RS256);
    McpAuthSettings settings = SettingsReader.read(ResourceSettings.of(issuer.uri(), true));
    var assembly =
        new EngineAssembly(
            settings, issuer.fetcher(), Json.PROVIDER, Clock.systemUTC(), Runnable::run);
    engine =
        assembly.assemble(ApplicationParts.ofBeans(List.of(EchoTools.class)), (event, took) -> {});
    request = new ToolCallRequest(issuer.token(), ToolCall.ofSize(1024));
  }

  /**
   * Ours.
   *
   * @return the decision
   */
  @Benchmark
  public Decision ours() {
    return engine.decide(request);
  }
}
