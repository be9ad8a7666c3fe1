// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A listener on loopback that hostile tokens point to. It plays an issuer and serves the key that
 * signed them, so that a server that believes the token finds everything in order.
 */
final class KeyTrap implements AutoCloseable {

  private final HttpServer http;
  private final String jwks;
  private final List<String> visits = new CopyOnWriteArrayList<>();

  KeyTrap(String jwks) {
    this.jwks = jwks;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::serve);
    http.start();
  }

  /** Where it is, and the name of the issuer that it plays. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  URI jwkSet() {
    return uri().resolve("/jwks");
  }

  URI certificate() {
    return uri().resolve("/certificate.pem");
  }

  /** The requests so far, each with method and path. */
  List<String> visits() {
    return List.copyOf(visits);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      visits.add(exchange.getRequestMethod() + " " + path);
      String json = path.contains("/.well-known/") ? metadata() : jwks;
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String metadata() {
    return Json.createObjectBuilder()
        .add("issuer", uri().toString())
        .add("jwks_uri", jwkSet().toString())
        .add("authorization_endpoint", uri() + "/authorize")
        .add("token_endpoint", uri() + "/token")
        .add("response_types_supported", Json.createArrayBuilder().add("code"))
        .add("subject_types_supported", Json.createArrayBuilder().add("public"))
        .add("id_token_signing_alg_values_supported", Json.createArrayBuilder().add("RS256"))
        .build()
        .toString();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
