// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mcpauth.internal.settings.Loopback;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Which URLs may be asked: what others publish must not lead into the own network. The client looks
 * the host up again when it connects; the JVM remembers the first answer for long enough that it is
 * the same.
 */
final class Reach {

  private final Set<String> privateHosts;
  private final boolean allowHttp;
  private final HostResolver resolver;

  Reach(McpAuthSettings.Fetch settings, HostResolver resolver) {
    this.privateHosts = settings.privateHosts();
    this.allowHttp = settings.allowHttp();
    this.resolver = resolver;
  }

  void check(URI uri) throws IOException {
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null) {
      throw new IOException("the URL has no host, or has credentials");
    }
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!"https".equalsIgnoreCase(uri.getScheme())
        && !(http && (allowHttp || Loopback.isLoopback(uri)))) {
      throw new IOException("the URL is not https");
    }
    if (!isNamed(host) && leadsInside(host)) {
      throw new IOException(
          "the host has a private address and is not in mcp.auth.http.private-hosts");
    }
  }

  /** Where the answer of one server sends us: to http only where that server already is. */
  void checkRedirect(URI from, URI to) throws IOException {
    boolean local = Loopback.isLoopback(from) && Loopback.isLoopback(to);
    if ("http".equalsIgnoreCase(to.getScheme()) && !allowHttp && !local) {
      throw new IOException("the redirect is not https");
    }
    check(to);
  }

  private boolean isNamed(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return privateHosts.contains(lower) || privateHosts.contains(unbracketed(lower));
  }

  private boolean leadsInside(String host) throws IOException {
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(unbracketed(host));
    } catch (UnknownHostException e) {
      throw new IOException("the host is not known", e);
    }
    // One private address is enough: the client may choose it.
    return addresses.isEmpty() || addresses.stream().anyMatch(PrivateAddresses::contains);
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
