// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Reads no more of a body than anybody needs: an event stream may never end. */
final class ReplyBody {

  private static final int LIMIT = 1 << 20;

  /** One of them is in the message that is waited for. */
  private static final List<String> ANSWERS =
      List.of("\"result\"", "\"error\"", "\"notifications/subscriptions/acknowledged\"");

  private ReplyBody() {}

  static String read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return "";
    }
    String type = String.valueOf(entity.getContentType());
    boolean events = type.toLowerCase(java.util.Locale.ROOT).startsWith("text/event-stream");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream stream = entity.getContent();
    byte[] buffer = new byte[8192];
    while (bytes.size() < LIMIT) {
      int read = stream.read(buffer);
      if (read < 0) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
      bytes.write(buffer, 0, read);
      if (events && isAnswered(bytes.toString(StandardCharsets.UTF_8))) {
        break;
      }
    }
    response.close(); // the rest is not wanted, however much of it there is
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isAnswered(String sofar) {
    int end = Math.max(sofar.lastIndexOf("\n\n"), sofar.lastIndexOf("\r\n\r\n"));
    return end > 0
        && EventStream.messages(sofar.substring(0, end)).stream()
            .anyMatch(message -> ANSWERS.stream().anyMatch(message::contains));
  }
}
