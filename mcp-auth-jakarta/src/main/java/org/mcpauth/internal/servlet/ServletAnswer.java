// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mcpauth.internal.engine.HttpAnswer;

/** Writes what the engine answers. */
final class ServletAnswer {

  private ServletAnswer() {}

  static void write(HttpAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    addHeaders(answer.headers(), response);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** What an answer varies with for others, such as compression, it still does. */
  static void addHeaders(Map<String, String> headers, HttpServletResponse response) {
    headers.forEach(
        (name, value) -> {
          if (name.equals("Vary")) {
            response.addHeader(name, value);
          } else {
            response.setHeader(name, value);
          }
        });
  }
}
