// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes numbered messages to the log {@code org.mcpauth}, with {@link System.Logger}. */
public final class Messages {

  private static final Logger LOGGER = System.getLogger("org.mcpauth");

  private Messages() {}

  /**
   * Logs at level INFO.
   *
   * @param message which message
   * @param arguments what its placeholders stand for
   */
  public static void info(Message message, Object... arguments) {
    log(Level.INFO, message, arguments);
  }

  /**
   * Logs at level WARNING.
   *
   * @param message which message
   * @param arguments what its placeholders stand for
   */
  public static void warn(Message message, Object... arguments) {
    log(Level.WARNING, message, arguments);
  }

  /**
   * Logs at level WARNING what a room found out about the configuration.
   *
   * @param numbered a message with its number and arguments
   */
  public static void warn(String numbered) {
    if (LOGGER.isLoggable(Level.WARNING)) {
      LOGGER.log(Level.WARNING, numbered);
    }
  }

  /**
   * Logs at level ERROR, with the stack trace of what went wrong.
   *
   * @param cause what went wrong
   * @param message which message
   * @param arguments what its placeholders stand for
   */
  public static void error(Throwable cause, Message message, Object... arguments) {
    if (LOGGER.isLoggable(Level.ERROR)) {
      LOGGER.log(Level.ERROR, message.with(arguments), cause);
    }
  }

  private static void log(Level level, Message message, Object... arguments) {
    if (LOGGER.isLoggable(level)) {
      LOGGER.log(level, message.with(arguments));
    }
  }
}
