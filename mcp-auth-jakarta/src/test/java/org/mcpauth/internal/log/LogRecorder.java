// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs while this is open. Thread-safe. */
public final class LogRecorder extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("org.mcpauth");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LogRecorder() {
    logger.addHandler(this);
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord message) {
    lines.add(message.getLevel() + " " + message.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
