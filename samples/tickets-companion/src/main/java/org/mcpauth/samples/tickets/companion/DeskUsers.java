// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.TokenDraft;

/**
 * Stands for the login of users, for whoever asks: {@code /users/mia?scope=tickets:read} answers
 * with an access token of Mia's for the desk. {@code acr} says how she was authenticated, {@code
 * age} how many seconds ago; just now unless it is said.
 */
final class DeskUsers implements HttpHandler {

  private final DevAuthorizationServer issuer;
  private final String resource;
  private final Clock clock;

  DeskUsers(DevAuthorizationServer issuer, String resource, Clock clock) {
    this.issuer = issuer;
    this.resource = resource;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange.getRequestURI()).to(exchange);
  }

  private Reply answer(URI uri) {
    String path = uri.getPath();
    Optional<DeskUser> user = DeskUser.of(path.substring(path.lastIndexOf('/') + 1));
    if (user.isEmpty()) {
      return Reply.text(404, "no such user");
    }
    Map<String, String> parameters = parameters(uri.getRawQuery());
    return secondsAgo(parameters.getOrDefault("age", "0"))
        .map(authenticated -> Reply.text(200, token(user.get(), authenticated, parameters)))
        .orElseGet(() -> Reply.text(400, "age is a number of seconds"));
  }

  /** Empty if it is no number, or one that is too large for a point in time. */
  private Optional<Instant> secondsAgo(String age) {
    try {
      return Optional.of(clock.instant().minusSeconds(Long.parseLong(age)));
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private String token(DeskUser user, Instant authenticated, Map<String, String> parameters) {
    TokenDraft draft =
        issuer
            .tokens()
            .forResource(resource)
            .subject(user.subject())
            .clientId("desk-app")
            .claim("groups", user.groups())
            .claim("auth_time", authenticated.getEpochSecond());
    if (user.email().isPresent()) {
      draft = draft.claim("email", user.email().get());
    }
    for (String name : List.of("scope", "acr")) {
      String value = parameters.get(name);
      draft = value == null ? draft : draft.claim(name, value);
    }
    return draft.mint();
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      parameters.put(
          parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return parameters;
  }
}
