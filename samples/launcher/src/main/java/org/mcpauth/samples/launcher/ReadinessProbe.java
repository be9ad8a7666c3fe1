// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks whether an application answers, whatever it says. */
final class ReadinessProbe {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final int SERVER_ERROR = 500;

  private final URI uri;

  ReadinessProbe(URI uri) {
    this.uri = uri;
  }

  /** Before the deployment is complete, Payara answers 404 or 500. */
  boolean succeeds() {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        int status = connection.getResponseCode();
        return status != HttpURLConnection.HTTP_NOT_FOUND && status < SERVER_ERROR;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
