// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;

/**
 * A browser with a page of some origin, which sends no cookies (the CORS protocol of WHATWG Fetch).
 *
 * @param origin of the page
 */
record Browser(String origin) {

  /** With a page of the same origin as an endpoint. */
  Browser(URI endpoint) {
    this(endpoint.getScheme() + "://" + endpoint.getAuthority());
  }

  /** What it asks before it sends a request that a form could not send. */
  HttpCall preflight(String target, String method, String... headers) {
    return new HttpCall("OPTIONS", target, List.of(), Body.NONE)
        .adding("Accept", "*/*")
        .adding("Origin", origin)
        .adding("Access-Control-Request-Method", method)
        .adding("Access-Control-Request-Headers", String.join(",", headers));
  }

  /** A preflight that lets a GET or POST with these headers pass. */
  void requireAllowed(Reply preflight, String... headers) {
    assertThat(preflight.status()).as("%s", preflight).isBetween(200, 299);
    requireReadable(preflight);
    List<String> allowed = list(preflight, "Access-Control-Allow-Headers");
    for (String header : headers) {
      boolean wildcard = !header.equals("authorization") && allowed.contains("*");
      assertThat(wildcard || allowed.contains(header))
          .as("Access-Control-Allow-Headers with %s in %s", header, preflight)
          .isTrue();
    }
  }

  /** A reply that the page may read. */
  void requireReadable(Reply reply) {
    assertThat(reply.headers("Access-Control-Allow-Origin"))
        .as("Access-Control-Allow-Origin in %s", reply)
        .hasSize(1)
        .allMatch(allowed -> allowed.equals("*") || allowed.equals(origin));
  }

  /** A reply of which the page may read a header too. */
  void requireExposed(Reply reply, String header) {
    requireReadable(reply);
    assertThat(list(reply, "Access-Control-Expose-Headers"))
        .as("Access-Control-Expose-Headers with %s in %s", header, reply)
        .containsAnyOf(header.toLowerCase(Locale.ROOT), "*");
  }

  private static List<String> list(Reply reply, String name) {
    return reply.headers(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
