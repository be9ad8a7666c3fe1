// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.assertions.ListAssertions;
import org.mcpauth.tck.assertions.ToolRequirementAssertions;
import org.mcpauth.tck.server.Target;

/**
 * Runs the assertions about lists, with a JAX-RS resource as an endpoint whose lists depend on
 * scopes.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
public class JaxRsListsTest implements ListAssertions, ToolRequirementAssertions {

  private static final TckApplication APPLICATION = TckApplication.rest(Variant.LISTS);

  /** Made by JUnit. */
  public JaxRsListsTest() {}

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
