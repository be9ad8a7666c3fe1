// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another service: pays money back, for whoever brings a token that is for it and allows that. It
 * knows neither the desk nor MCP.
 */
final class Payments implements HttpHandler {

  private static final String SCOPE = "payments:refund";
  private static final int LARGEST_BODY = 10_000;

  private final BearerTokens tokens;

  Payments(BearerTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).to(exchange);
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    Optional<JWTClaimsSet> claims = tokens.of(exchange);
    if (claims.isEmpty()) {
      return Reply.challenge(401, "invalid_token");
    }
    if (!Arrays.asList(text(claims.get(), "scope").split(" ")).contains(SCOPE)) {
      return Reply.challenge(403, "insufficient_scope");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Reply.text(405, "POST only");
    }
    return refund(exchange, claims.get());
  }

  private static Reply refund(HttpExchange exchange, JWTClaimsSet claims) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    try {
      Map<String, Object> order = JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8));
      Map<String, Object> receipt = new TreeMap<>();
      receipt.put("reference", JSONObjectUtils.getString(order, "reference"));
      receipt.put("cents", JSONObjectUtils.getLong(order, "cents"));
      receipt.put("orderedBy", claims.getSubject());
      receipt.put("through", actor(claims));
      return Reply.json(201, receipt);
    } catch (ParseException e) {
      return Reply.text(400, "a refund has a reference and cents");
    }
  }

  /** Who acts for the user (RFC 8693 §4.1). */
  private static String actor(JWTClaimsSet claims) {
    return claims.getClaim("act") instanceof Map<?, ?> actor
        ? String.valueOf(actor.get("sub"))
        : "nobody";
  }

  private static String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }
}
