// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.server.Target;

/**
 * A class of tests that knows which server it is about. Assertions run in no particular order, but
 * for those that are told to come last because of what they leave behind.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(RunRecorder.class)
public interface ServerTest {

  /**
   * The server under test. Asked for when an assertion runs, not before.
   *
   * @return always the same while the class runs
   */
  Target target();
}
