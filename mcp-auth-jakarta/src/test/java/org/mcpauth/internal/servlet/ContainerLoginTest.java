// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.weld.environment.se.Weld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.internal.cdi.McpAuthPortableExtension;
import org.mcpauth.internal.cdi.TestContainer;

/** Whether the container is told who the caller is, where that is wanted. */
@Timeout(60)
class ContainerLoginTest {

  /** What a container does with what a mechanism says. */
  private static final class Login extends HttpMessageContextWrapper {

    private String said = "";

    @SuppressWarnings("NullAway") // nothing of it is used
    private Login() {
      super(null);
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(Principal principal, Set<String> groups) {
      said = principal.getName() + " " + new TreeSet<>(groups);
      return AuthenticationStatus.SUCCESS;
    }

    @Override
    public AuthenticationStatus doNothing() {
      said = "nobody";
      return AuthenticationStatus.NOT_DONE;
    }
  }

  /** Asks the mechanism, as a container does before. */
  private static final class Asking extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    private transient @Nullable HttpAuthenticationMechanism mechanism;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Login login = new Login();
      try {
        if (mechanism != null) {
          mechanism.validateRequest(request, response, login);
        }
      } catch (AuthenticationException e) {
        throw new IOException(e);
      }
      response.getWriter().print(login.said);
    }
  }

  private static TestContainer start(String wanted) {
    Weld weld =
        new Weld()
            .addExtension(new McpAuthPortableExtension())
            .addExtension(new ContainerLoginExtension());
    return TestContainer.start(weld, Map.of("mcp.auth.container-login", wanted));
  }

  @Test
  void validateRequestWhenTokenIsValidThenContainerIsToldWithRoles() throws Exception {
    try (TestContainer container = start("true")) {
      Asking asking = new Asking();
      asking.mechanism = container.get(HttpAuthenticationMechanism.class);
      JettyServer server = new JettyServer(container, "/", Map.of("/mcp", asking, "/x", asking));
      server.start();
      String token =
          container.tokenOf(Map.of("sub", "alice", "groups", List.of("writer", "admin")));

      assertThat(
              JettyServer.send(
                      server
                          .post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                          .header("Authorization", "Bearer " + token))
                  .body())
          .isEqualTo("alice [admin, writer]");
      // Not of a protected endpoint: nothing of ours.
      assertThat(
              JettyServer.send(server.request("/x").header("Authorization", "Bearer " + token))
                  .body())
          .isEqualTo("nobody");
      server.stop();
    }
  }

  @Test
  void addWhenNotWantedThenNoMechanism() {
    try (TestContainer container = start("false")) {
      Instance<HttpAuthenticationMechanism> mechanisms =
          container.select(HttpAuthenticationMechanism.class);

      assertThat(mechanisms.isUnsatisfied()).isTrue();
    }
  }
}
