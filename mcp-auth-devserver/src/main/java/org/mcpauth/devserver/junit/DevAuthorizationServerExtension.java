// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.junit;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.DevAuthorizationServerBuilder;
import org.mcpauth.devserver.TokenMinter;

/**
 * Starts one authorization server on a free port per test class and stops it afterwards. Parameters
 * of type {@link DevAuthorizationServer} and {@link TokenMinter} are resolved.
 *
 * <pre>{@code
 * @ExtendWith(DevAuthorizationServerExtension.class)
 * class NotesTest {
 *   @Test
 *   void callWhenTokenValidThenAnswers(TokenMinter tokens) { ... }
 * }
 * }</pre>
 *
 * <p>With other settings, as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DevAuthorizationServerExtension AUTH =
 *     DevAuthorizationServerExtension.with(
 *         () -> DevAuthorizationServer.builder().port(0).opaqueTokens(true));
 * }</pre>
 */
public final class DevAuthorizationServerExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  /** Of this instance alone: a test class may have two servers. */
  private final ExtensionContext.Namespace namespace =
      ExtensionContext.Namespace.create(DevAuthorizationServerExtension.class, this);

  private final Supplier<DevAuthorizationServerBuilder> configuration;
  private volatile @Nullable DevAuthorizationServer running;

  /** An extension with the defaults on a free port. */
  public DevAuthorizationServerExtension() {
    this(() -> DevAuthorizationServer.builder().port(0));
  }

  private DevAuthorizationServerExtension(Supplier<DevAuthorizationServerBuilder> configuration) {
    this.configuration = configuration;
  }

  /**
   * An extension with other settings.
   *
   * @param configuration makes a builder, once per test class
   * @return an extension for {@code @RegisterExtension} on a static field
   */
  public static DevAuthorizationServerExtension with(
      Supplier<DevAuthorizationServerBuilder> configuration) {
    return new DevAuthorizationServerExtension(configuration);
  }

  /**
   * The running server, for field initializers and {@code @BeforeAll} methods.
   *
   * @return the server of the test class
   * @throws IllegalStateException outside of a test class
   */
  public DevAuthorizationServer server() {
    return Optional.ofNullable(running)
        .orElseThrow(() -> new IllegalStateException("the server runs only during a test class"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // A nested test class uses the server of the class around it.
    if (find(context).isEmpty()) {
      DevAuthorizationServer server = configuration.get().start();
      running = server;
      store(context).put(context.getUniqueId(), server);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    DevAuthorizationServer started =
        store(context).remove(context.getUniqueId(), DevAuthorizationServer.class);
    if (started != null) {
      started.close();
      running = null;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == DevAuthorizationServer.class || type == TokenMinter.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    DevAuthorizationServer server = find(context).orElseGet(this::server);
    return parameter.getParameter().getType() == TokenMinter.class ? server.tokens() : server;
  }

  private Optional<DevAuthorizationServer> find(ExtensionContext context) {
    Optional<ExtensionContext> next = Optional.of(context);
    while (next.isPresent()) {
      ExtensionContext current = next.get();
      DevAuthorizationServer server =
          store(current).get(current.getUniqueId(), DevAuthorizationServer.class);
      if (server != null) {
        return Optional.of(server);
      }
      next = current.getParent();
    }
    return Optional.empty();
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }
}
