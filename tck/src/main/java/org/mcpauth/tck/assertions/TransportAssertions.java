// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What the transport demands of a server that browsers can reach. */
public interface TransportAssertions extends ServerTest {

  /** Checks that a foreign page cannot use a server through the browser of its user. */
  @Core
  @Assertion(
      id = "foreign-origin-is-refused",
      strategy =
          "A tool call with a valid token from a foreign Origin, null or one that looks like the"
              + " server's own, is answered 403, and 401 or 403 without a token")
  default void foreignOriginIsRefused(McpServer server) {
    String token = server.tokens().full();
    Trial.requireAccepted(server, token);
    for (String origin : foreign(new Browser(server.endpoint()).origin())) {
      HttpCall call = server.call(Operation.SIMPLE_TEXT).with("Origin", origin);
      Reply reply = server.send(call.bearer(token));
      assertThat(reply.result()).as("%s", reply).isEmpty();
      requireRefused(reply, server.revision());

      Reply anonymous = server.send(call);
      assertThat(anonymous.status()).as("%s", anonymous).isIn(401, 403);
    }
    HttpCall get = server.call(Operation.SIMPLE_TEXT).method("GET").body(new byte[0]);
    Reply stream = server.send(get.with("Origin", "https://evil.example").bearer(token));
    assertThat(stream.status()).as("%s", stream).isBetween(400, 499);
  }

  private static List<String> foreign(String own) {
    return List.of(
        "https://evil.example",
        "http://evil.example",
        "null",
        own + ".evil.example",
        own.replace("://", "://evil-"),
        own.replace("://", "://evil.example#"));
  }

  private static void requireRefused(Reply reply, Revision revision) {
    if (revision == Revision.V2025_06_18) {
      assertThat(reply.status()).as("%s", reply).isBetween(400, 499); // it does not say which
    } else {
      assertThat(reply.status()).as("%s", reply).isEqualTo(403);
    }
  }

  /** Checks that a client in a browser can call at all: no preflight has a token. */
  @Core
  @Assertion(
      id = "preflight-is-answered-without-token",
      strategy =
          "A preflight from the origin of the endpoint is answered 2xx, and allows the origin,"
              + " Authorization by name, and the other headers of a tool call")
  default void preflightIsAnsweredWithoutToken(McpServer server) {
    Browser browser = new Browser(server.endpoint());
    HttpCall call = server.call(Operation.SIMPLE_TEXT).bearer(server.tokens().full());
    String[] headers =
        call.headers().stream()
            .map(header -> header.name().toLowerCase(Locale.ROOT))
            .filter(name -> !name.equals("accept")) // which every page may send
            .toArray(String[]::new);
    browser.requireAllowed(server.send(browser.preflight(server.path(), "POST", headers)), headers);
  }

  /** Checks that a client in a browser sees what it is to ask for. */
  @Core
  @Assertion(
      id = "challenge-is-exposed-to-browsers",
      strategy =
          "Challenges to a request from the origin of the endpoint, without a token, with an"
              + " invalid one or one that lacks a scope, can be read by a page: the origin is"
              + " allowed, and WWW-Authenticate exposed")
  default void challengeIsExposedToBrowsers(McpServer server) {
    Browser browser = new Browser(server.endpoint());
    for (Reply plain : Refusals.all(server)) {
      if (Refusals.saysBearer(plain)) {
        Reply reply = server.send(plain.call().with("Origin", browser.origin()));
        assertThat(reply.status()).as("%s", reply).isEqualTo(plain.status());
        browser.requireExposed(reply, "WWW-Authenticate");
      }
    }
  }
}
