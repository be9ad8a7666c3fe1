// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names of others that a careless comparison takes for a server's own. A slash at the end, or a
 * host in upper case, is not among them: MCP leaves that open.
 */
final class SimilarAudiences {

  private SimilarAudiences() {}

  static Stream<String> of(URI endpoint) {
    String own = endpoint.toString();
    String scheme = endpoint.getScheme();
    String authority = endpoint.getRawAuthority();
    String origin = scheme + "://" + authority;
    String rest = own.substring(origin.length());
    String twin = scheme.equals("http") ? "https" : "http";
    Stream<String> hosts =
        Stream.of(
            twin + "://" + authority + rest,
            scheme + "://" + endpoint.getHost() + ":" + otherPort(endpoint) + rest,
            scheme + "://other.example" + rest,
            scheme + "://" + authority + ".evil.example" + rest,
            authority + rest,
            rest,
            "https://evil.example/" + own,
            "https://evil.example " + own,
            own + " https://evil.example");
    return Stream.concat(paths(own, origin, rest), hosts)
        .filter(audience -> !audience.isEmpty() && !audience.equals(own))
        .filter(audience -> !audience.equals(own + "/"))
        .distinct();
  }

  private static Stream<String> paths(String own, String origin, String rest) {
    return Stream.of(
        own.substring(0, own.length() - 1),
        own + "x",
        own + "/tools",
        own + "?x=y",
        origin,
        origin + "/",
        origin + "/other",
        origin + rest.substring(0, rest.lastIndexOf('/') + 1),
        origin + "/tenant" + rest,
        origin + rest.toUpperCase(Locale.ROOT));
  }

  private static int otherPort(URI endpoint) {
    int port = endpoint.getPort() < 0 ? 8443 : endpoint.getPort();
    return port == 65_535 ? port - 1 : port + 1;
  }
}
