// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a host is this machine, by its name alone: asking the DNS would let it decide what
 * is trusted.
 */
public final class Loopback {

  private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private Loopback() {}

  /**
   * Tells whether a URL's host is this machine.
   *
   * @param uri a URL
   * @return true for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}
   */
  public static boolean isLoopback(URI uri) {
    return uri.getHost() != null && isLoopback(uri.getHost());
  }

  /**
   * Tells whether a host is this machine.
   *
   * @param host a host name or address literal, without a port
   * @return true for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}
   */
  public static boolean isLoopback(String host) {
    return host.toLowerCase(Locale.ROOT).equals("localhost")
        || host.equals("[::1]")
        || IPV4.matcher(host).matches();
  }
}
