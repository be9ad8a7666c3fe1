// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mcpauth.benchmarks.fixture.ToolCall;

class LoadTest {

  private static final int REQUESTS = 50;

  private final AtomicInteger served = new AtomicInteger();
  private int status = 200;
  private boolean chunked;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/mcp",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          served.incrementAndGet();
          exchange.sendResponseHeaders(status, chunked ? 0 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void runSendsEveryRequestOnceOverAllConnections() throws IOException, InterruptedException {
    Load.Outcome outcome = run();

    assertThat(outcome.requests()).isEqualTo(REQUESTS);
    assertThat(served).hasValue(REQUESTS);
  }

  @Test
  void runReadsAnswersInChunks() throws IOException, InterruptedException {
    chunked = true;

    assertThat(run().requests()).isEqualTo(REQUESTS);
  }

  @Test
  void runFailsWhenARequestIsRefused() {
    status = 401;

    assertThatThrownBy(this::run)
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("unexpected answer: Answer[status=401, length=1024]");
  }

  @Test
  void messageHasTheSizeThatItWasAskedFor() {
    assertThat(ToolCall.ofSize(1024)).hasSize(1024);
    assertThat(ToolCall.withoutArguments("list_notes", 1024)).hasSize(1024);
  }

  private Load.Outcome run() throws IOException, InterruptedException {
    int port = server.getAddress().getPort();
    byte[] request =
        new SmallestApplication().prepare(port, Optional.empty()).with(Optional.of("token"));
    return new Load(4)
        .run(port, ProcessHandle.current(), Requests.each(Collections.nCopies(REQUESTS, request)));
  }
}
