// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.internal.cdi.TestContainer;
import org.mcpauth.internal.log.LogRecorder;

/** Whether an application starts that the filter is not in front of. */
@Timeout(60)
class InstalledGateCheckTest {

  private final TestContainer container = TestContainer.start(InstalledGateCheck.class);
  private final LogRecorder lines = new LogRecorder();

  @AfterEach
  void close() {
    lines.close();
    container.close();
  }

  /** As with {@code <absolute-ordering/>}: the initializer of the library is not called. */
  @Test
  void checkWhenFilterIsAbsentThenFailsAndAnnouncesNothing() throws Exception {
    JettyServer server = new JettyServer(container);
    server.context().addEventListener(new CdiListener());

    assertThatThrownBy(server::start)
        .hasStackTraceContaining("MCPAUTH-8002: the servlet filter was not installed")
        .hasStackTraceContaining("<others/>");
    assertThat(lines.lines()).isEmpty();
    server.stop();
  }

  @Test
  void checkWhenFilterIsThereThenStartsAndAnnounces() throws Exception {
    JettyServer server = guarded();
    server.context().addEventListener(new CdiListener());

    assertThatCode(server::start).doesNotThrowAnyException();
    assertThat(lines.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("INFO MCPAUTH-6003"),
            second -> assertThat(second).startsWith("INFO MCPAUTH-6008"));
    server.stop();
  }

  /** CDI may start among the initializers, before that of the library. */
  @Test
  void checkWhenCdiStartsBeforeFilterIsAddedThenStarts() throws Exception {
    JettyServer server = new JettyServer(container);
    server.context().addServletContainerInitializer((classes, context) -> fire(context));
    server.context().addServletContainerInitializer(new AuthorizationInitializer());
    server.context().addServlet(new EchoServlet(), "/mcp");

    assertThatCode(server::start).doesNotThrowAnyException();
    server.stop();
  }

  @Test
  void checkWhenCdiStartsBeforeFilterWouldBeAddedThenFails() throws Exception {
    JettyServer server = new JettyServer(container);
    server.context().addServletContainerInitializer((classes, context) -> fire(context));

    assertThatThrownBy(server::start).hasStackTraceContaining("MCPAUTH-8002");
    server.stop();
  }

  /** On Payara the library hears of the servlet context with the first request only. */
  @Test
  void refuseWhenFilterIsAbsentThenNoRequestIsServed() throws Exception {
    JettyServer server = new JettyServer(container);
    server.context().addEventListener(new CdiRequestListener());
    server.context().addServlet(new EchoServlet(), "/mcp");
    server.start();

    assertThat(JettyServer.send(server.request("/mcp")).statusCode()).isEqualTo(500);
    server.stop();
  }

  @Test
  void refuseWhenFilterIsThereThenRequestsAreServed() throws Exception {
    JettyServer server =
        new JettyServer(
            container, "/", Map.of("/mcp", new EchoServlet(), "/open", new EchoServlet()));
    server.context().addEventListener(new CdiRequestListener());
    server.start();

    assertThat(JettyServer.send(server.request("/open")).statusCode()).isEqualTo(200);
    server.stop();
  }

  @Test
  void checkWhenThereIsNoServletContextThenDoesNothing() {
    BeanManager beans = container.get(BeanManager.class);

    assertThatCode(
            () ->
                beans
                    .getEvent()
                    .select(Object.class, Initialized.Literal.APPLICATION)
                    .fire("no servlets"))
        .doesNotThrowAnyException();
    assertThat(lines.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("INFO MCPAUTH-6003"),
            second -> assertThat(second).startsWith("INFO MCPAUTH-6008"));
  }

  private JettyServer guarded() {
    return new JettyServer(container, "/", Map.of("/mcp", new EchoServlet()));
  }

  private void fire(ServletContext context) {
    container
        .get(BeanManager.class)
        .getEvent()
        .select(ServletContext.class, Initialized.Literal.APPLICATION)
        .fire(context);
  }

  /** What the integration of CDI does in most servers. */
  private final class CdiListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      fire(event.getServletContext());
    }
  }

  private final class CdiRequestListener implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
      container
          .get(BeanManager.class)
          .getEvent()
          .select(ServletRequest.class, Initialized.Literal.REQUEST)
          .fire(event.getServletRequest());
    }
  }
}
