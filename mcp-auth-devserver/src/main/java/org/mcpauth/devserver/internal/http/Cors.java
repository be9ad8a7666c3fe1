// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

/**
 * Cross-origin access for MCP clients that run in a browser: to discovery, JWKS, token,
 * registration and revocation, never to pages, and never with cookies.
 */
final class Cors {

  /** {@code *} does not cover Authorization, so all names are listed. */
  private static final String HEADERS =
      "Authorization, Content-Type, Accept, MCP-Protocol-Version, DPoP";

  private Cors() {}

  static Response preflight(Request request, Route route) {
    Response response =
        allow(Response.empty(204))
            .with("Access-Control-Allow-Methods", String.join(", ", route.methods()))
            .with("Access-Control-Allow-Headers", HEADERS)
            .with("Access-Control-Max-Age", "600");
    return request.header("Access-Control-Request-Private-Network").isPresent()
        ? response.with("Access-Control-Allow-Private-Network", "true")
        : response;
  }

  static Response allow(Response response) {
    return response
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "WWW-Authenticate");
  }
}
