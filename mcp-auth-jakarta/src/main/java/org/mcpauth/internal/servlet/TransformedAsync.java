// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * An asynchronous answer that is changed. When the server has completed it, the container would
 * take no more of it: so what was held back is sent before.
 *
 * @param container the container's
 * @param response the response that is changed
 */
record TransformedAsync(AsyncContext container, TransformedResponse response)
    implements AsyncContext {

  @Override
  public void complete() {
    try {
      response.finish();
    } catch (IOException e) {
      // The client is gone; the container finds that out itself.
    } finally {
      container.complete();
    }
  }

  @Override
  public ServletRequest getRequest() {
    return container.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return container.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return container.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    container.dispatch();
  }

  @Override
  public void dispatch(String path) {
    container.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    container.dispatch(context, path);
  }

  @Override
  public void start(Runnable work) {
    container.start(work);
  }

  @Override
  public void addListener(AsyncListener listener) {
    container.addListener(new TransformedListener(listener, this));
  }

  @Override
  public void addListener(AsyncListener listener, ServletRequest request, ServletResponse shown) {
    container.addListener(new TransformedListener(listener, this), request, shown);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return container.createListener(type);
  }

  @Override
  public void setTimeout(long milliseconds) {
    container.setTimeout(milliseconds);
  }

  @Override
  public long getTimeout() {
    return container.getTimeout();
  }
}
