// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mcpauth.internal.engine.HttpRequestView;

/** A servlet request, as the engine sees it. */
final class ServletRequestView implements HttpRequestView {

  private final HttpServletRequest request;
  private final String contextPath;

  /**
   * Shows a request.
   *
   * @param contextPath where the application is deployed; what the request says about that may be
   *     written in many ways (Jakarta Servlet 6.0 §3.5)
   */
  ServletRequestView(HttpServletRequest request, String contextPath) {
    this.request = request;
    this.contextPath = contextPath;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  /** The path that the container dispatches on; the raw one may be written in many ways. */
  @Override
  public String path() {
    return contextPath
        + (request.getDispatcherType() == DispatcherType.INCLUDE
            ? attribute(RequestDispatcher.INCLUDE_SERVLET_PATH)
                + attribute(RequestDispatcher.INCLUDE_PATH_INFO)
            : request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse(""));
  }

  /** An include leaves the request's own paths as they were (Jakarta Servlet 6.0 §9.3.1). */
  private String attribute(String name) {
    return request.getAttribute(name) instanceof String text ? text : "";
  }

  @Override
  public String contextPath() {
    return contextPath;
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.getQueryString());
  }

  @Override
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public long contentLength() {
    return request.getContentLengthLong();
  }

  /** Jakarta Servlet 6.0 §3.10: the client's own comes first. */
  @Override
  public Optional<X509Certificate> clientCertificate() {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
                instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }

  @Override
  public InputStream body() throws IOException {
    return request.getInputStream();
  }
}
