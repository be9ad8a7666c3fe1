// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An application that there is with the library and without. */
interface Application {

  /** The heading of its table. */
  String title();

  /** The scopes with which everything can be called that is called. */
  List<String> scopes();

  /** Writes the WAR. */
  void write(Path war, boolean isProtected) throws IOException;

  /**
   * Prepares a server that has just started.
   *
   * @param port where it listens
   * @param token a token with all scopes, if the application is protected
   * @return the request that is measured
   */
  CallRequest prepare(int port, Optional<String> token) throws IOException;
}
