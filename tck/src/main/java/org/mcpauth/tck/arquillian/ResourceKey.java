// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The key with which the library under test signs its metadata. The public half is served on
 * loopback by the virtual machine of the assertions, and ends with that.
 *
 * @param key the private key
 * @param location where the public half is
 */
record ResourceKey(ECKey key, URI location) {

  private static final String PATH = "/jwks.json";

  /** Made when it is needed, and the same for all applications. */
  private static final class OfThisRun {
    private static final ResourceKey KEY = start();
  }

  static ResourceKey ofThisRun() {
    return OfThisRun.KEY;
  }

  private static ResourceKey start() {
    try {
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] jwks = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          PATH,
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().add("Content-Type", "application/jwk-set+json");
              exchange.sendResponseHeaders(200, jwks.length);
              exchange.getResponseBody().write(jwks);
            }
          });
      server.start();
      int port = server.getAddress().getPort();
      return new ResourceKey(key, URI.create("http://127.0.0.1:" + port + PATH));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The private key as the configuration takes it. */
  String jwk() {
    return key.toJSONString();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "the key at " + location;
  }
}
