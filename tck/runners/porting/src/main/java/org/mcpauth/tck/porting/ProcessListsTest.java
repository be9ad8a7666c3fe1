// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mcpauth.tck.arquillian.Variant;
import org.mcpauth.tck.assertions.ListAssertions;
import org.mcpauth.tck.assertions.ToolRequirementAssertions;
import org.mcpauth.tck.server.Target;

/** Runs the assertions about lists, at a server whose lists depend on scopes. */
public class ProcessListsTest implements ListAssertions, ToolRequirementAssertions {

  private static final ProcessApplication APPLICATION = new ProcessApplication(Variant.LISTS);

  /** Made by JUnit. */
  public ProcessListsTest() {}

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
