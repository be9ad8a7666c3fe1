// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mcpauth.devserver.DevAuthorizationServer;

/** Answers with what it was told. */
public final class FakeCompanion implements Companion {

  static final String KEY = "mcp.auth.fake.companion";

  @Override
  public Map<String, String> configuration(URI base) {
    return Map.of(KEY, base + "/fake");
  }

  @Override
  public Running start(DevAuthorizationServer issuer, String resource, URI base) {
    byte[] body = (issuer.issuer() + " " + resource).getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      server.start();
      return () -> server.stop(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
