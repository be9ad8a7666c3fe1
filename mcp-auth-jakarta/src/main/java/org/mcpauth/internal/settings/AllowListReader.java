// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code mcp.auth.allowed-origins} and {@code mcp.auth.allowed-hosts}. What no header could
 * ever be equal to is a fault: it would look as if something were allowed.
 */
final class AllowListReader {

  private static final String AUTHORITY = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?";
  private static final Pattern HOST = Pattern.compile(AUTHORITY);
  private static final Pattern ORIGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://" + AUTHORITY);

  private final SettingValues values;

  AllowListReader(SettingValues values) {
    this.values = values;
  }

  AllowList origins(URI resource) {
    AllowList derived =
        new AllowList(false, Loopback.isLoopback(resource), Set.of(origin(resource)));
    return read(
        ConfigurationKey.ALLOWED_ORIGINS,
        ORIGIN,
        "is not an origin: scheme, host and, unless it is the default one, port, nothing after it",
        "https://app.example.com",
        derived);
  }

  AllowList hosts(URI resource) {
    AllowList derived =
        Loopback.isLoopback(resource) ? new AllowList(false, true, Set.of()) : AllowList.ANY;
    return read(
        ConfigurationKey.ALLOWED_HOSTS,
        HOST,
        "is not a host with an optional port",
        "api.example.com",
        derived);
  }

  private AllowList read(
      ConfigurationKey key, Pattern syntax, String fault, String example, AllowList derived) {
    List<String> configured = values.list(key);
    if (configured.isEmpty()) {
      return derived;
    }
    if (configured.contains("*")) {
      return AllowList.ANY;
    }
    configured.stream()
        .filter(value -> !syntax.matcher(value).matches())
        .forEach(value -> values.invalid(key, value, fault, example));
    return new AllowList(false, false, Set.copyOf(configured));
  }

  /** The serialization of RFC 6454 §6.2: a default port is left out. */
  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    boolean shown = uri.getPort() != -1 && uri.getPort() != defaultPort;
    return scheme + "://" + uri.getHost() + (shown ? ":" + uri.getPort() : "");
  }
}
