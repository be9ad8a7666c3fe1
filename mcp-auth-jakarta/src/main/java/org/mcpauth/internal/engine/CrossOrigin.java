// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * Who may ask from where: the check of {@code Origin} and {@code Host} against DNS rebinding
 * (TR-1), and CORS for browser-based clients.
 */
final class CrossOrigin {

  private static final String ALLOWED_METHODS = "GET, POST, DELETE, OPTIONS";

  /** What MCP clients send; a wildcard would not cover Authorization (Fetch §3.2.4). */
  private static final String ALLOWED_HEADERS =
      "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
          + " Mcp-Session-Id, Last-Event-ID, DPoP";

  /** MCP 2026-07-28 mirrors parameters of a tool in headers whose names the tool decides. */
  private static final Pattern PARAMETER_HEADER =
      Pattern.compile("mcp-param-[a-z0-9_-]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");

  private static final String EXPOSED_HEADERS = "WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce";

  private final ResourceSettings.Endpoint endpoint;

  CrossOrigin(ResourceSettings.Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Tells whether the request comes from an allowed origin, if it names one, to an allowed host.
   */
  boolean isAllowed(HttpRequestView request) {
    List<String> origins = request.headers("Origin");
    List<String> hosts = request.headers("Host");
    return origins.size() <= 1
        && origins.stream().allMatch(endpoint.allowedOrigins()::allows)
        && hosts.size() <= 1
        && hosts.stream().allMatch(endpoint.allowedHosts()::allows);
  }

  static boolean isPreflight(HttpRequestView request) {
    return request.method().equals("OPTIONS")
        && !request.headers("Origin").isEmpty()
        && !request.headers("Access-Control-Request-Method").isEmpty();
  }

  /** Those headers, and more. */
  static Map<String, String> headers(HttpRequestView request, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers(request));
    all.putAll(more);
    return all;
  }

  /** The headers of an answer of the protected endpoint; the origin was checked before. */
  static Map<String, String> headers(HttpRequestView request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String origin : request.headers("Origin")) {
      if (!PRINTABLE.matcher(origin).matches()) {
        continue; // no browser sends that, and it must not be sent back
      }
      headers.put("Access-Control-Allow-Origin", origin);
      headers.put("Access-Control-Expose-Headers", EXPOSED_HEADERS);
      headers.put("Vary", "Origin");
    }
    return headers;
  }

  /** The headers of an answer to a preflight. */
  static Map<String, String> preflightHeaders(HttpRequestView request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Allow-Methods", ALLOWED_METHODS);
    headers.put("Access-Control-Allow-Headers", allowedHeaders(request));
    headers.put("Access-Control-Max-Age", "7200");
    return headers;
  }

  private static String allowedHeaders(HttpRequestView request) {
    Stream<String> parameters =
        request.headers("Access-Control-Request-Headers").stream()
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(String::trim)
            .filter(name -> PARAMETER_HEADER.matcher(name).matches());
    return Stream.concat(Stream.of(ALLOWED_HEADERS), parameters).collect(Collectors.joining(", "));
  }
}
