// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP exchange.
 *
 * @param response what came back
 */
record Call(HttpResponse<String> response) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

  /** Calls a tool, with a token if there is one. */
  static Call tool(String name, @Nullable String token) {
    String message =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":{}}}
        """
            .formatted(name);
    return send(
        HttpRequest.newBuilder(Deployed.RESOURCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2025-11-25")
            .POST(BodyPublishers.ofString(message)),
        token);
  }

  static Call get(String path, @Nullable String token) {
    return send(HttpRequest.newBuilder(URI.create(Deployed.BASE + path)), token);
  }

  private static Call send(HttpRequest.Builder request, @Nullable String token) {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new Call(
          CLIENT.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  List<String> challenges() {
    return response.headers().allValues("WWW-Authenticate");
  }

  /** What the tool returned. */
  JsonObject structured() {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject().getJsonObject("result").getJsonObject("structuredContent");
    }
  }
}
