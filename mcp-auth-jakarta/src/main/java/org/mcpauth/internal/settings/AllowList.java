// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which values of {@code Origin} or {@code Host} are let in.
 *
 * @param any whether every value is
 * @param loopback whether every loopback value is, whatever its port
 * @param values the values that are, in lower case
 */
public record AllowList(boolean any, boolean loopback, Set<String> values) {

  /** Lets in everything. */
  public static final AllowList ANY = new AllowList(true, true, Set.of());

  /** Copies the values in lower case: scheme and host are case-insensitive (RFC 3986 §6.2.2.1). */
  public AllowList {
    values =
        values.stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tells whether a header's value is let in.
   *
   * @param value the value of {@code Origin} or {@code Host}
   * @return true if it is one of those that are allowed
   */
  public boolean allows(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return any || values.contains(lower) || (loopback && isLoopbackValue(lower));
  }

  private static String hostAndPort(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static boolean isLoopbackValue(String value) {
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      // Nothing but host and port: no user information before them, no path or query behind.
      boolean bare = uri.toString().equals(uri.getScheme() + "://" + hostAndPort(uri));
      return http && bare && Loopback.isLoopback(uri);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
