// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mcpauth.tck.arquillian.Variant;
import org.mcpauth.tck.assertions.ClosedByDefaultAssertions;
import org.mcpauth.tck.assertions.ToolErrorAssertions;
import org.mcpauth.tck.server.Target;

/** Runs the assertions about what is closed by default and about results that tell of scopes. */
public class ProcessStrictTest implements ToolErrorAssertions, ClosedByDefaultAssertions {

  private static final ProcessApplication APPLICATION = new ProcessApplication(Variant.STRICT);

  /** Made by JUnit. */
  public ProcessStrictTest() {}

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
