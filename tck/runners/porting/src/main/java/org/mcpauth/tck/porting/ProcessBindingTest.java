// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mcpauth.tck.arquillian.Variant;
import org.mcpauth.tck.assertions.AllAssertions;
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

  private static final ProcessApplication APPLICATION = new ProcessApplication(Variant.STANDARD);

  /** Made by JUnit. */
  public ProcessBindingTest() {}

  @BeforeAll
  static void start() {
    APPLICATION.start();
  }

  @AfterAll
  static void stop() {
    APPLICATION.stop();
  }

  @Override
  public Target target() {
    return APPLICATION.target();
  }
}
