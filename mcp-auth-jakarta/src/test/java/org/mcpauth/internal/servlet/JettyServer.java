// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.mcpauth.internal.cdi.TestContainer;

/** A servlet container with the filter in front, and CDI requests around its requests. */
public final class JettyServer {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ServletContextHandler context = new ServletContextHandler();

  public JettyServer(
      TestContainer container, String contextPath, Map<String, HttpServlet> servlets) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    context.setContextPath(contextPath);
    context.addEventListener(new RequestContexts(container));
    context.addServletContainerInitializer(new AuthorizationInitializer());
    add(servlets);
    server.setHandler(new Varying(context));
  }

  /** An application that has the library, but whose initializers the container does not call. */
  JettyServer(TestContainer container) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    context.setContextPath("/");
    context.addEventListener(new RequestContexts(container));
    server.setHandler(context);
  }

  private void add(Map<String, HttpServlet> servlets) {
    servlets.forEach(
        (path, servlet) -> {
          ServletHolder holder = new ServletHolder(servlet);
          holder.setAsyncSupported(true);
          context.addServlet(holder, path);
        });
  }

  void add(String path, HttpServlet servlet) {
    add(Map.of(path, servlet));
  }

  ServletContextHandler context() {
    return context;
  }

  public JettyServer start() throws Exception {
    server.start();
    return this;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
  }

  HttpRequest.Builder post(String path, String message) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(message));
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    // A new client, and so a new connection: the server closes it after some bad requests.
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Payara does that before an async dispatch. */
  static void endRequestContext(ServletRequest request) {
    RequestContexts.end(request);
  }

  public void stop() throws Exception {
    server.stop();
  }

  /** Compression does that, for example. */
  private static final class Varying extends Handler.Wrapper {

    Varying(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      response.getHeaders().put("Vary", "Accept-Encoding");
      return super.handle(request, response, callback);
    }
  }

  /** What the integration of CDI does in a server. */
  private static final class RequestContexts implements ServletRequestListener {

    private static final String CONTROLLER = "test.request-context";

    private final TestContainer container;

    RequestContexts(TestContainer container) {
      this.container = container;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
      if (event.getServletRequest().getDispatcherType() == DispatcherType.ASYNC) {
        return; // as on Payara
      }
      RequestContextController controller = container.get(RequestContextController.class);
      controller.activate();
      event.getServletRequest().setAttribute(CONTROLLER, controller);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
      end(event.getServletRequest());
    }

    private static void end(ServletRequest request) {
      if (request.getAttribute(CONTROLLER) instanceof RequestContextController controller) {
        controller.deactivate();
        request.removeAttribute(CONTROLLER);
      }
    }
  }
}
