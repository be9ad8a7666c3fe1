// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.mcpauth.internal.session.CallerSession;

/** A response whose session id is bound to the caller. */
final class SessionResponse extends HttpServletResponseWrapper {

  private final CallerSession session;

  SessionResponse(HttpServletResponse response, CallerSession session) {
    super(response);
    this.session = session;
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, session.answering(name, value));
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, session.answering(name, value));
  }
}
