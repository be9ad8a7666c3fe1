// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.net.URI;
import java.util.List;

/** Paths, methods and browsers. */
public class TransportRules {

  protected final URI endpoint;

  public TransportRules(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** By the letter: no other spelling. */
  public boolean isEndpoint(Request request) {
    return request.path().equals(endpoint.getRawPath());
  }

  public void requireOrigin(Request request) throws Refusal {
    List<String> origins = request.headers("Origin");
    if (!origins.stream().allMatch(this::isOwnOrigin)) {
      throw new Refusal(Answer.of(403));
    }
  }

  public boolean isOwnOrigin(String origin) {
    return origin.equals(endpoint.getScheme() + "://" + endpoint.getAuthority());
  }

  public boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.header("Origin").isPresent()
        && request.header("Access-Control-Request-Method").isPresent();
  }

  public Answer preflight(Request request) {
    return Answer.of(204)
        .with("Access-Control-Allow-Origin", request.header("Origin").orElse("*"))
        .with("Access-Control-Allow-Methods", "GET, POST, DELETE")
        .with(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
                + " Mcp-Session-Id, Last-Event-ID");
  }

  public void requirePost(Request request) throws Refusal {
    if (!request.method().equals("POST")) {
      throw new Refusal(Answer.of(405).with("Allow", "POST"));
    }
  }

  /** What every answer gets. */
  public Answer finish(Request request, Answer answer) {
    return request
        .header("Origin")
        .filter(this::isOwnOrigin)
        .map(
            origin ->
                answer
                    .with("Access-Control-Allow-Origin", origin)
                    .with("Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id"))
        .orElse(answer);
  }
}
