// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does something with the outcome of a run. Found by {@link java.util.ServiceLoader}. */
public interface ResultListener {

  /**
   * A run is over.
   *
   * @param results what came of it, in the order in which assertions ended
   * @param parameters looks up configuration parameters of JUnit, and system properties
   */
  void finished(List<AssertionResult> results, Function<String, Optional<String>> parameters);
}
