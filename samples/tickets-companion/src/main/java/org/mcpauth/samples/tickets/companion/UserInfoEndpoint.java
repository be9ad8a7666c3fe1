// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Says who the user of a token is (OpenID Connect Core §5.3): what is not in the token. */
final class UserInfoEndpoint implements HttpHandler {

  private final BearerTokens tokens;

  UserInfoEndpoint(BearerTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Optional<DeskUser> user =
        tokens.of(exchange).map(JWTClaimsSet::getSubject).flatMap(DeskUser::of);
    Reply reply =
        user.map(known -> Reply.json(200, Map.of("sub", known.subject(), "name", known.name())))
            .orElseGet(() -> Reply.challenge(401, "invalid_token"));
    reply.to(exchange);
  }
}
