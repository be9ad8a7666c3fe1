// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, where the reason of a failure usually is. */
final class LogTail {

  private static final int LINES = 60;

  private LogTail() {}

  static String of(Path log) {
    try {
      List<String> lines = text(log).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(there is no log: " + e.getMessage() + ")";
    }
  }

  /** Whether a log has a text so far. */
  static boolean contains(Path log, String text) {
    try {
      return text(log).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  private static String text(Path log) throws IOException {
    // Not strictly UTF-8: a log may hold anything.
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
