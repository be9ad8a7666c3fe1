// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.mcpauth.benchmarks.fixture.Json;
import org.mcpauth.benchmarks.fixture.ToolCall;
import org.mcpauth.internal.rpc.BufferedBody;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.RpcMessage;
import org.mcpauth.internal.rpc.RpcMessageReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A message: what it asks for, in exactly one reading. The floor is Jackson's streaming parser
 * going over the tokens of the same bytes without looking at any.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MessageBenchmark {

  private static final int DEPTH = 64;

  /** The size of the message in bytes. */
  @Param({"1024", "102400"})
  int size = 1024;

  private final JsonFactory jackson = new JsonFactory();
  private final RpcMessageReader reader = new RpcMessageReader(Json.PROVIDER, DEPTH);
  private byte[] bytes;
  private BufferedBody body;

  /** Made by JMH, which calls {@link #prepare} next. */
  @SuppressWarnings("NullAway.Init")
  public MessageBenchmark() {}

  /**
   * Makes the message.
   *
   * @throws IOException never
   * @throws MalformedMessageException never
   */
  @Setup
  public void prepare() throws IOException, MalformedMessageException {
    bytes = ToolCall.ofSize(size);
    body = BufferedBody.read(new ByteArrayInputStream(bytes), size, size);
  }

  /**
   * Ours.
   *
   * @return the message
   * @throws MalformedMessageException if the message is not valid
   */
  @Benchmark
  public RpcMessage ours() throws MalformedMessageException {
    return reader.read(body);
  }

  /**
   * The floor.
   *
   * @return the number of JSON tokens
   * @throws IOException if the message is not JSON
   */
  @Benchmark
  public int floor() throws IOException {
    try (var parser = jackson.createParser(bytes)) {
      int tokens = 0;
      while (parser.nextToken() != null) {
        tokens++;
      }
      return tokens;
    }
  }
}
