// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.mcpauth.internal.lists.AnswerTarget;
import org.mcpauth.internal.lists.WholeAnswer;

/**
 * The container's response behind one that changes the answer.
 *
 * @param response the container's
 * @param shown what the server sees
 */
record ResponseTarget(HttpServletResponse response, TransformedResponse shown)
    implements AnswerTarget {

  @Override
  public int status() {
    return response.getStatus();
  }

  @Override
  public String contentType() {
    return Optional.ofNullable(response.getContentType()).orElse("");
  }

  @Override
  public boolean isEncoded() {
    String coding = response.getHeader("Content-Encoding");
    return coding != null && !coding.equalsIgnoreCase("identity");
  }

  @Override
  public void keep() {
    shown.restoreHeaders();
  }

  /** A length is said where the server said one, so that its absence tells nothing. */
  @Override
  public void begin(WholeAnswer answer) {
    if (answer.status() != status() || !answer.contentType().equals(contentType())) {
      response.setStatus(answer.status());
      response.setContentType(answer.contentType());
    }
    if (shown.announcesLength()) {
      response.setContentLength(answer.body().length);
    }
  }

  @Override
  public OutputStream out() throws IOException {
    return response.getOutputStream();
  }
}
