// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An MCP session, opened once; its id is good for any connection. Not thread-safe. */
final class Session implements AutoCloseable {

  private static final String REVISION = "2025-11-25";

  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"%s",\
      "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}"""
          .formatted(REVISION);

  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private final Connection connection;
  private final int port;
  private final Optional<String> token;
  private final List<String> headers;

  private Session(Connection connection, int port, Optional<String> token, List<String> headers) {
    this.connection = connection;
    this.port = port;
    this.token = token;
    this.headers = headers;
  }

  /** Opens a session, as a client does. */
  static Session open(int port, Optional<String> token) throws IOException {
    try (Session initial = new Session(new Connection(port), port, token, List.of())) {
      initial.send(INITIALIZE);
      String id = initial.connection.header("mcp-session-id");
      List<String> headers = List.of("Mcp-Session-Id: " + id, "MCP-Protocol-Version: " + REVISION);
      Session session = new Session(new Connection(port), port, token, headers);
      session.send(INITIALIZED);
      return session;
    }
  }

  /** Sends a message and sees to it that the server takes it. */
  void send(String message) throws IOException {
    byte[] request = request(message.getBytes(StandardCharsets.UTF_8)).with(token);
    Connection.Answer answer = connection.exchange(request);
    if (answer.status() != 200 && answer.status() != 202) {
      throw new IOException("the session does not work: " + answer);
    }
  }

  /** A request of this session. */
  CallRequest request(byte[] message) {
    return new CallRequest(port, headers, message);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
