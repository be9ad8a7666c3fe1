// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.util.ArrayList;
import java.util.List;

/** The data of server-sent events (WHATWG HTML §9.2). */
final class EventStream {

  private EventStream() {}

  static List<String> messages(String body) {
    List<String> messages = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    for (String line : (body + "\n\n").split("\r\n|\n|\r", -1)) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          messages.add(data.toString());
          data.setLength(0);
        }
      } else if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).stripLeading()).append('\n');
      }
    }
    return messages;
  }
}
