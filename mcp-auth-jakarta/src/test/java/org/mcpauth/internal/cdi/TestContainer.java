// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.TestSettings;

/** A CDI container with the library and some beans of a test, and an issuer on this machine. */
public final class TestContainer implements AutoCloseable {

  private static final ClassLoader LOADER = TestContainer.class.getClassLoader();

  private final HttpServer server;
  private final TestIssuer issuer;
  private final Config config;
  private final WeldContainer container;

  private TestContainer(Weld weld, Map<String, String> settings) {
    this.server = server();
    this.issuer =
        new TestIssuer("http://127.0.0.1:" + server.getAddress().getPort(), SigningKey.P256);
    serve(
        "/.well-known/oauth-authorization-server",
        issuer
            .metadata()
            .replaceFirst(
                "\\{", "{\"userinfo_endpoint\":\"" + issuer.identifier() + "/userinfo\","));
    serve("/jwks", issuer.jwks());
    server.start();
    this.config = register(settings);
    try {
      this.container = weld.initialize();
    } catch (RuntimeException e) {
      close(null);
      throw e;
    }
  }

  /** Starts a container with the two keys that have to be set. */
  public static TestContainer start(Class<?>... beans) {
    return start(Map.of(), beans);
  }

  /** With further settings: an empty value takes one away, {port} is that of the issuer. */
  public static TestContainer start(Map<String, String> settings, Class<?>... beans) {
    return start(new Weld().addExtension(new McpAuthPortableExtension()), settings, beans);
  }

  public static TestContainer start(Weld weld, Map<String, String> settings, Class<?>... beans) {
    weld.disableDiscovery()
        .addBeanClasses(
            AccessTokenProducer.class,
            EngineProducer.class,
            TokenExchangeProducer.class,
            RequiresScopeInterceptor.class,
            RequiresAuthenticationInterceptor.class,
            GuardedInterceptor.class,
            TokenClaimProducer.class)
        .addBeanClasses(beans);
    return new TestContainer(weld, settings);
  }

  Instance<ScannedBeans> scans() {
    return container.select(ScannedBeans.class);
  }

  public <T> Instance<T> select(Class<T> type) {
    return container.select(type);
  }

  public <T> T get(Class<T> type) {
    return container.select(type).get();
  }

  /** A token of a user with scopes. */
  public String token(String subject, String scope) {
    return token(subject, scope, Map.of());
  }

  /** A token of a user with further claims. */
  public String token(String subject, String scope, Map<String, ?> claims) {
    TokenBuilder token =
        issuer
            .tokenAt(Clock.systemUTC().instant().getEpochSecond())
            .claim("sub", subject)
            .claim("scope", scope);
    claims.forEach(token::claim);
    return token.sign();
  }

  /** A token with claims. */
  public String tokenOf(Map<String, Object> claims) {
    TokenBuilder token = issuer.tokenAt(Clock.systemUTC().instant().getEpochSecond());
    claims.forEach(token::claim);
    return token.sign();
  }

  /** Does something in a request whose caller is known. */
  public <T> T inRequestOf(String token, Callable<T> work) throws Exception {
    Decision decision =
        get(AuthorizationEngine.class).decide(FakeRequest.get("/mcp").bearer(token));
    return inRequest(Optional.of((Decision.Proceed) decision), work);
  }

  /** Does something in a request that a binding has seen. */
  public <T> T inRequest(Optional<Decision.Proceed> decided, Callable<T> work) throws Exception {
    return inNewRequest(
        () -> {
          get(RequestIdentity.class).seen("", decided);
          return work.call();
        });
  }

  /** Does something in a request that no binding has seen yet. */
  public <T> T inNewRequest(Callable<T> work) throws Exception {
    RequestContextController request = get(RequestContextController.class);
    request.activate();
    try {
      return work.call();
    } finally {
      request.deactivate();
    }
  }

  @Override
  public void close() {
    close(container);
  }

  private void close(@Nullable WeldContainer started) {
    if (started != null) {
      started.shutdown();
    }
    ConfigProviderResolver.instance().releaseConfig(config);
    server.stop(0);
  }

  private Config register(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("mcp.auth.resource", TestSettings.RESOURCE);
    all.put("mcp.auth.authorization-servers", issuer.identifier());
    String port = String.valueOf(server.getAddress().getPort());
    settings.forEach((name, value) -> all.put(name, value.replace("{port}", port)));
    Config made =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .build();
    ConfigProviderResolver.instance().registerConfig(made, LOADER);
    return made;
  }

  /** Answers at the {@code userinfo_endpoint} of the issuer. */
  void serveUserInfo(HttpHandler handler) {
    server.createContext("/userinfo", handler);
  }

  private void serve(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
