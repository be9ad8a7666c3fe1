// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.samples.launcher.Companion;

/**
 * Serves {@code /payments}, {@code /users} and {@code /userinfo} on one port. Found by the launcher
 * and by tests as a service.
 */
public final class TicketsCompanion implements Companion {

  private static final String PAYMENTS = "/payments";
  private static final String USER_INFO = "/userinfo";
  private static final int THREADS = 4;

  /** Made as a service. */
  public TicketsCompanion() {}

  /** The desk finds the payment service by the key that says for what tokens are exchanged. */
  @Override
  public Map<String, String> configuration(URI base) {
    return Map.of("mcp.auth.token-exchange.targets.payments.url", base + PAYMENTS);
  }

  @Override
  public Running start(DevAuthorizationServer issuer, String resource, URI base) {
    IssuerMetadata metadata = IssuerMetadata.of(issuer.issuer());
    BearerTokens forPayments = BearerTokens.of(issuer.issuer(), metadata, base + PAYMENTS);
    BearerTokens forDesk = BearerTokens.of(issuer.issuer(), metadata, resource);
    HttpServer server = bind(base.getPort());
    server.createContext(PAYMENTS, new Payments(forPayments));
    server.createContext("/users", new DeskUsers(issuer, resource, Clock.systemUTC()));
    server.createContext(USER_INFO, new UserInfoEndpoint(forDesk));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    server.start();
    metadata.with("userinfo_endpoint", base + USER_INFO).publish(issuer);
    return () -> {
      server.stop(0);
      threads.shutdownNow();
    };
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }
}
