// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;

/** Ports of this machine's loopback addresses. */
public final class LoopbackPort {

  private static final int ANY = 0;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private LoopbackPort() {}

  /**
   * Finds a port that nobody listens on.
   *
   * @return a port that was free a moment ago
   */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(ANY, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1", e);
    }
  }

  /**
   * Makes sure that a port can be listened on.
   *
   * @param port the port
   * @param property the system property that changes it, for the message
   * @throws LaunchException if somebody listens there
   */
  static void requireFree(int port, String property) {
    if (!isFree(port)) {
      throw new LaunchException(
          "Port " + port + " is in use. Choose another one with -D" + property + "=<port>.");
    }
  }

  /**
   * Tells whether a port can be listened on.
   *
   * @param port the port
   * @return true if nobody listens there, on any address of {@code localhost}
   */
  public static boolean isFree(int port) {
    return addressesOfLocalhost().stream()
        .noneMatch(address -> canBind(address, ANY) && !canBind(address, port));
  }

  /** IPv6 as well: clients may try {@code ::1} first and reach somebody else. */
  private static List<InetAddress> addressesOfLocalhost() {
    try {
      return List.of(InetAddress.getAllByName("localhost"));
    } catch (UnknownHostException e) {
      return List.of(InetAddress.getLoopbackAddress());
    }
  }

  private static boolean canBind(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
