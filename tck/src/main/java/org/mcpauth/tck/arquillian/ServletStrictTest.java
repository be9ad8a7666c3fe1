// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.assertions.ClosedByDefaultAssertions;
import org.mcpauth.tck.assertions.ToolErrorAssertions;
import org.mcpauth.tck.server.Target;

/**
 * Runs the assertions about what is closed by default and about results that tell of scopes, with a
 * servlet as the MCP endpoint.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
public class ServletStrictTest implements ToolErrorAssertions, ClosedByDefaultAssertions {

  private static final TckApplication APPLICATION = TckApplication.servlet(Variant.STRICT);

  /** Made by JUnit. */
  public ServletStrictTest() {}

  /**
   * The application under test.
   *
   * @return with the library in it
   */
  @Deployment(testable = false)
  public static WebArchive application() {
    return APPLICATION.archive();
  }

  @Override
  public Target target() {
    return APPLICATION.target();
  }
}
