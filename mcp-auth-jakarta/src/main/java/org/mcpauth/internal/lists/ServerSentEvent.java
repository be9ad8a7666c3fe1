// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An event of a stream (HTML, Server-sent events): its lines with their ends, which are kept.
 *
 * @param lines the lines
 */
record ServerSentEvent(List<Line> lines) {

  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\r|\\n|$)");
  private static final String DATA = "data";

  ServerSentEvent {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param text the line
   * @param end what ends it; empty for the last one of a stream that broke off
   */
  record Line(String text, String end) {

    private boolean isData() {
      return text.equals(DATA) || text.startsWith(DATA + ":");
    }

    /** One space after the colon belongs to neither name nor value. */
    private String value() {
      String value = text.substring(Math.min(text.length(), DATA.length() + 1));
      return value.startsWith(" ") ? value.substring(1) : value;
    }
  }

  static ServerSentEvent of(String text) {
    List<Line> lines = new ArrayList<>();
    // A stream may begin with a byte order mark, which clients pass over.
    Matcher line = LINE.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text);
    while (line.find() && !line.group().isEmpty()) {
      lines.add(new Line(line.group(1), line.group(2)));
    }
    return new ServerSentEvent(lines);
  }

  /** The data, as a client puts it together; empty if there is none. */
  String data() {
    return lines.stream().filter(Line::isData).map(Line::value).collect(Collectors.joining("\n"));
  }

  /** The event with other data, in the place of the first line of the data that it has. */
  String withData(String data) {
    StringBuilder changed = new StringBuilder();
    boolean written = false;
    for (Line line : lines) {
      if (!line.isData()) {
        changed.append(line.text()).append(line.end());
      } else if (!written) {
        changed.append(DATA).append(": ").append(data).append(line.end());
        written = true;
      }
    }
    return changed.toString();
  }
}
