// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.mcpsdk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Sends requests of several callers.
 *
 * @param names those of all callers
 * @param witness to whom each request is announced
 * @param client keeps its connections, so that they go from caller to caller
 */
record HostileClient(List<String> names, HostileTools.Witness witness, HttpClient client) {

  /** A status that does not matter. */
  static final int ANY = 0;

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";

  HostileClient(List<String> names, HostileTools.Witness witness) {
    this(names, witness, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /** The session that the server opens; empty if it has none. */
  String open(URI uri, String token) throws IOException, InterruptedException {
    return client
        .send(post(uri, INITIALIZE, token, "").build(), BodyHandlers.ofString())
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElse("");
  }

  /** What is wrong with the answer to a request of a caller; empty if nothing is. */
  String expect(String name, int status, String text, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(traced(name, request), BodyHandlers.ofString());
    boolean asExpected =
        (status == ANY || answer.statusCode() == status)
            && answer.body().contains(text)
            && names.stream().allMatch(n -> n.equals(name) || !answer.body().contains(n));
    return asExpected ? "" : name + " got " + answer.statusCode() + " " + answer.body();
  }

  /** Goes away without waiting for the answer; nothing is wrong with that. */
  String cancel(String name, HttpRequest.Builder request) {
    client.sendAsync(traced(name, request), BodyHandlers.ofString()).cancel(true);
    return "";
  }

  private HttpRequest traced(String name, HttpRequest.Builder request) {
    return request.header("traceparent", witness.expect(name)).build();
  }

  /** A call of a tool; the empty token and session are none. */
  static HttpRequest.Builder call(URI uri, String tool, String token, String session) {
    return post(
        uri,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + tool
            + "\",\"arguments\":{}}}",
        token,
        session);
  }

  private static HttpRequest.Builder post(URI uri, String message, String token, String session) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(message));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return request;
  }
}
