// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request with other headers, whose answer stays changed when it becomes asynchronous. */
class PassedRequest extends HttpServletRequestWrapper {

  private final Map<String, List<String>> headers;
  private @Nullable AsyncContext async;

  PassedRequest(HttpServletRequest request, Map<String, List<String>> headers) {
    super(request);
    this.headers = headers;
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? super.getHeader(name) : values.stream().findFirst().orElse(null);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    List<String> values = headers.get(name);
    return values == null ? super.getHeaders(name) : Collections.enumeration(values);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    if (headers.isEmpty()) {
      return super.getHeaderNames();
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Collections.list(super.getHeaderNames()));
    names.removeIf(name -> headers.getOrDefault(name, List.of("")).isEmpty());
    return Collections.enumeration(names);
  }

  @Override
  public int getIntHeader(String name) {
    return headers.containsKey(name)
        ? Optional.ofNullable(getHeader(name)).map(Integer::parseInt).orElse(-1)
        : super.getIntHeader(name);
  }

  @Override
  public long getContentLengthLong() {
    return headers.containsKey("Content-Length")
        ? getIntHeader("Content-Length")
        : super.getContentLengthLong();
  }

  @Override
  public int getContentLength() {
    return (int) getContentLengthLong();
  }

  /** The container would begin with its own response, which is not changed. */
  @Override
  public AsyncContext startAsync() {
    Optional<TransformedResponse> shown = TransformingChain.shown(this);
    return shown.isPresent() ? startAsync(this, shown.get()) : super.startAsync();
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    AsyncContext started = super.startAsync(request, response);
    Optional<TransformedResponse> shown = TransformingChain.shown(this);
    if (shown.isEmpty()) {
      return started;
    }
    shown.get().setAsync(true);
    async = new TransformedAsync(started, shown.get());
    return async;
  }

  @Override
  public AsyncContext getAsyncContext() {
    AsyncContext container = super.getAsyncContext();
    return async == null ? container : async;
  }
}
