// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.io.Serial;
import java.util.List;
import org.mcpauth.internal.log.Message;

/** The application is not set up so that it could be protected: its deployment must stop. */
public final class ConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Stops the deployment because of one fault.
   *
   * @param problem a numbered message
   */
  public ConfigurationException(String problem) {
    super(problem);
  }

  /**
   * Stops the deployment because of several faults, all reported together.
   *
   * @param problems numbered messages, at least one
   * @return the exception to throw
   */
  public static ConfigurationException of(List<String> problems) {
    return problems.size() == 1
        ? new ConfigurationException(problems.get(0))
        : new ConfigurationException(
            Message.CONFIGURATION_INVALID.with(
                problems.size(), String.join(System.lineSeparator(), problems)));
  }
}
