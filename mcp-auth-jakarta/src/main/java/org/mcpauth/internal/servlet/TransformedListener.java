// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;

/**
 * A listener of the server that completes a changed answer itself, after a timeout for example.
 *
 * @param listener the server's
 * @param async what it is to complete, instead of the container's
 */
record TransformedListener(AsyncListener listener, TransformedAsync async)
    implements AsyncListener {

  @Override
  public void onComplete(AsyncEvent event) throws IOException {
    listener.onComplete(seen(event));
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    listener.onTimeout(seen(event));
  }

  @Override
  public void onError(AsyncEvent event) throws IOException {
    listener.onError(seen(event));
  }

  @Override
  public void onStartAsync(AsyncEvent event) throws IOException {
    listener.onStartAsync(seen(event));
  }

  private AsyncEvent seen(AsyncEvent event) {
    return new AsyncEvent(
        async, event.getSuppliedRequest(), event.getSuppliedResponse(), event.getThrowable());
  }
}
