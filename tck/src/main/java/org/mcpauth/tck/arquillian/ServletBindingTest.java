// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.server.Target;

/** Runs all assertions with a servlet as the MCP endpoint. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
public class ServletBindingTest implements AllAssertions {

  private static final TckApplication APPLICATION = TckApplication.servlet(Variant.STANDARD);

  /** Made by JUnit. */
  public ServletBindingTest() {}

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
