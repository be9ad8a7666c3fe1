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
      // Not strictly UTF-8: a log may hold anything.
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(there is no log: " + e.getMessage() + ")";
    }
  }
}
