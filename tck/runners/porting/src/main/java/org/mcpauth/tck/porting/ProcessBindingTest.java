// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mcpauth.tck.arquillian.Binding;
import org.mcpauth.tck.arquillian.Porting;
import org.mcpauth.tck.arquillian.ServerConfiguration;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Target;

/**
 * Runs all assertions with a JAX-RS resource as the MCP endpoint of a server that nothing can be
 * deployed on: the application is in it already.
 */
public class ProcessBindingTest implements AllAssertions {

  /** The system property with an argument file for {@code java}. */
  public static final String ARGUMENTS = "mcp.auth.tck.process.arguments";

  /** The system property with what the server's output says when it is there. */
  public static final String ANNOUNCEMENT = "mcp.auth.tck.process.announcement";

  private static final Target TARGET = target(ServiceLoader.load(Porting.class).iterator().next());
  private static @Nullable ServerProcess server;

  /** Made by JUnit. */
  public ProcessBindingTest() {}

  private static Target target(Porting porting) {
    URI resource = URI.create(porting.baseUri() + "/mcp");
    Issuer issuer = Issuer.start(0);
    return new Target(
        resource,
        new IssuedTokens(issuer, resource),
        new Profile(
            Binding.JAX_RS.profile(),
            porting.exclusions(Binding.JAX_RS),
            new ServerConfiguration(resource, issuer.identifier()).features()));
  }

  @BeforeAll
  static void start() {
    URI issuer = TARGET.tokens().issuer().identifier();
    server =
        ServerProcess.start(
            new ServerConfiguration(TARGET.endpoint(), issuer).toOptions(),
            Path.of(System.getProperty(ARGUMENTS)),
            System.getProperty(ANNOUNCEMENT));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public Target target() {
    return TARGET;
  }
}
