// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Binds one port on every loopback address that is asked for. */
final class LoopbackSockets {

  private static final int BACKLOG = 50;
  private static final int ATTEMPTS = 10;

  static {
    // The JDK's server sends header and body in two packets; without this, Nagle's algorithm and
    // delayed acknowledgements make every answer on a kept connection 40 ms late.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private LoopbackSockets() {}

  /**
   * Binds, not yet started.
   *
   * @param addresses loopback addresses; those after the first may be unavailable
   * @param port a port, or 0 for a free one
   */
  static List<HttpServer> bind(List<InetAddress> addresses, int port) {
    IOException last = new IOException("no attempt");
    // A port that is free on the first address may be taken on the second: then another one.
    for (int attempt = 0; attempt < (port == 0 ? ATTEMPTS : 1); attempt++) {
      List<HttpServer> bound = new ArrayList<>();
      try {
        bindAll(addresses, port, bound);
        return bound;
      } catch (IOException e) {
        bound.forEach(server -> server.stop(0));
        last = e;
      }
    }
    String problem = isInUse(last) ? " is in use" : " cannot be opened";
    throw new UncheckedIOException("port " + port + problem + ": " + last.getMessage(), last);
  }

  private static void bindAll(List<InetAddress> addresses, int port, List<HttpServer> bound)
      throws IOException {
    int samePort = port;
    for (InetAddress address : addresses) {
      try {
        bound.add(HttpServer.create(new InetSocketAddress(address, samePort), BACKLOG));
        samePort = bound.get(0).getAddress().getPort();
      } catch (SocketException e) {
        if (bound.isEmpty() || isInUse(e)) {
          throw e;
        }
        // This machine has no IPv6: localhost is then 127.0.0.1 alone.
      }
    }
  }

  /** The JDK reports a missing address family and a taken port by the same exception. */
  private static boolean isInUse(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("in use");
  }
}
