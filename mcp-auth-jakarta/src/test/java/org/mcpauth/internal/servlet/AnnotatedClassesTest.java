// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.DispatcherType;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.cdi.RequiresScopeInterceptor;
import org.mcpauth.internal.cdi.TestContainer;

/** Whether an application starts whose annotated classes are no beans. */
@Timeout(60)
class AnnotatedClassesTest {

  private final TestContainer container = TestContainer.start(Tools.class);

  /** What a bean inherits. */
  public static class Base {
    @RequiresScope("notes:read")
    public void list() {}
  }

  /** A bean. */
  @ApplicationScoped
  public static class Tools extends Base {}

  /** Made with {@code new}, or by a producer. */
  public static class Forgotten {
    @RequiresScope("notes:write")
    public void add() {}
  }

  /** Nobody can make it a tool. */
  public abstract static class Abstract extends Forgotten {}

  /** Not a bean by intention. */
  @Vetoed
  @RequiresScope("notes:write")
  public static class Withdrawn {}

  @AfterEach
  void close() {
    container.close();
  }

  private JettyServer with(Class<?>... annotated) {
    JettyServer server = new JettyServer(container);
    server.add("/mcp", new EchoServlet());
    server.context().addServletContainerInitializer(new AuthorizationInitializer(), annotated);
    return server;
  }

  @Test
  void initWhenAnnotatedClassIsNoBeanThenFails() throws Exception {
    JettyServer server = with(Base.class, Tools.class, Forgotten.class);

    assertThatThrownBy(server::start)
        .hasStackTraceContaining(
            "MCPAUTH-7105: org.mcpauth.internal.servlet.AnnotatedClassesTest$Forgotten has"
                + " annotations of this library and is not a CDI bean, so nothing would be"
                + " enforced: give it a scope, for example @ApplicationScoped, or take the"
                + " annotations away");
    server.stop();
  }

  /** Payara leaves a filter out that fails, and would run the application without it. */
  @Test
  void doFilterWhenApplicationCannotBeProtectedThenEveryRequestIsRefused() throws Exception {
    JettyServer server = new JettyServer(container);
    server.add("/elsewhere", new EchoServlet());
    server.context().addServlet(new ServletHolder("default", new EchoServlet()), "/");
    server.context().addFilter(AuthorizationFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
    server.start();

    for (String path : List.of("/elsewhere", "/mcp", "/")) {
      HttpResponse<String> answer = JettyServer.send(server.request(path));
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEmpty();
    }
    server.stop();
  }

  @Test
  void initWhenAllAreBeansOrCannotBeOneThenStarts() throws Exception {
    JettyServer server =
        with(
            Base.class,
            Tools.class,
            Abstract.class,
            Withdrawn.class,
            RequiresScopeInterceptor.class);

    assertThatCode(server::start).doesNotThrowAnyException();
    server.stop();
  }
}
