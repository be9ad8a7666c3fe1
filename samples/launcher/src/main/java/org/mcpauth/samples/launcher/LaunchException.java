// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.Serial;

/** The sample cannot be started or kept running; the message is meant to be read as it is. */
public final class LaunchException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  LaunchException(String message) {
    this(message, 1);
  }

  LaunchException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /**
   * What the launcher tells the shell.
   *
   * @return an exit code other than 0
   */
  public int exitCode() {
    return exitCode;
  }
}
