// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts are this machine and nobody else. */
public final class LoopbackHost {

  private static final Pattern IPV4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  private LoopbackHost() {}

  /**
   * Tells whether a host is loopback. Names other than {@code localhost} are not looked up: what a
   * name server answers can change.
   *
   * @param host the host of a URI, or an address
   * @return true for {@code localhost}, 127.0.0.0/8 and ::1
   */
  public static boolean isLoopback(String host) {
    String name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || IPV4.matcher(name).matches();
  }

  /**
   * The addresses to listen on.
   *
   * @param host a loopback host
   * @return both families for {@code localhost}, since clients may try either first
   * @throws IllegalArgumentException if the host is not loopback
   */
  static List<InetAddress> addresses(String host) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "this authorization server is for development and listens on loopback only"
              + " (localhost, 127.0.0.0/8, ::1), not on "
              + host);
    }
    try {
      return host.equalsIgnoreCase("localhost")
          ? List.of(literal("127.0.0.1"), literal("::1"))
          : List.of(literal(withoutBrackets(host)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + host, e);
    }
  }

  private static InetAddress literal(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
