// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Where a token may be: in one Authorization header of every request, and nowhere else. */
public interface TokenPlaceAssertions extends ServerTest {

  /** Checks that it cannot be in two places, of which two parties may look at one each. */
  @Core
  @Assertion(
      id = "two-credentials-are-refused",
      strategy =
          "A call with two Authorization headers, or with a token in the header and in the query,"
              + " is answered 400 or 401, also if one of the tokens or both are valid")
  default void twoCredentialsAreRefused(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    TokenPlaces.twice(server, full)
        .forEach((what, call) -> Trial.assertRefusedOrMalformed(what, server.send(call)));
  }

  /** Checks the query, where it would end up in logs, and what else is not for it. */
  @Core
  @Assertion(
      id = "token-in-query-is-not-accepted",
      strategy =
          "A call with a valid token in the query, in a cookie or in a header of another name, but"
              + " none in Authorization, is refused")
  default void tokenInQueryIsNotAccepted(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    TokenPlaces.besideAuthorization(server, full)
        .forEach((what, call) -> Trial.assertNotAccepted(what, server.send(call)));
  }

  /** Checks the body. A valid token in it must not make any difference. */
  @Core
  @Assertion(
      id = "token-in-form-is-not-accepted",
      strategy =
          "A call with a valid token in its body, as a form or within the JSON-RPC message, but"
              + " none in Authorization, is refused just as one with garbage there")
  default void tokenInFormIsNotAccepted(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    Map<String, HttpCall> garbage = TokenPlaces.inBody(server, "garbage");
    TokenPlaces.inBody(server, full)
        .forEach(
            (what, call) ->
                assertRefusedLike(
                    server.send(Objects.requireNonNull(garbage.get(what))),
                    what,
                    server.send(call)));
  }

  private static void assertRefusedLike(Reply garbage, String what, Reply reply) {
    assertThat(reply.status()).as("%s: %s", what, reply).isBetween(400, 499);
    assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
    assertThat(reply.status())
        .as("%s: refused, but not as garbage is, so that the token was read: %s", what, reply)
        .isEqualTo(garbage.status());
  }

  /** Checks that a token counts for its request only. */
  @Core
  @Assertion(
      id = "token-is-needed-every-time",
      strategy =
          "After an accepted call, the same without a token is refused: on the same"
              + " connection, in the same session, with the cookies and the session that the reply"
              + " set, and with garbage for a token")
  default void tokenIsNeededEveryTime(McpServer server) {
    HttpCall call = Trial.call(server);
    String full = server.tokens().full();
    Reply accepted = server.send(call.bearer(full));
    BlockedError.unless(accepted.isSuccess(), "a valid token must be accepted", accepted);
    Trial.assertNotAccepted("the same again", server.send(call));
    HttpCall later = sameClient(Trial.call(server), accepted);
    Trial.assertNotAccepted("with what the reply set", server.send(later));
    HttpCall list = server.call(Operation.of("tools/list"));
    Reply stranger = server.send(list);
    BlockedError.unless(!stranger.isSuccess(), "every method must need a token", stranger);
    Trial.requireAccepted(server, full);
    Trial.assertNotAccepted("another method", server.send(sameClient(list, accepted)));
    Reply garbage = server.send(later.bearer("garbage"));
    assertThat(garbage.result()).as("with garbage for a token: %s", garbage).isEmpty();
  }

  private static HttpCall sameClient(HttpCall call, Reply before) {
    String cookies =
        before.headers("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    HttpCall same = cookies.isEmpty() ? call : call.with("Cookie", cookies);
    return before
        .header("Mcp-Session-Id")
        .map(session -> same.with("Mcp-Session-Id", session))
        .orElse(same);
  }

  /** Checks that what a refusal says cannot leak what it was shown. */
  @Core
  @Assertion(
      id = "token-does-not-come-back",
      strategy =
          "The headers and the body of refusals contain neither the token nor its payload, nor any"
              + " longer piece of them")
  default void tokenDoesNotComeBack(McpServer server) {
    String full = server.tokens().full();
    String garbage = "garbage-" + "0123456789abcdef".repeat(4);
    HttpCall call = Trial.call(server);
    HttpCall query = TokenPlaces.inQuery(server, "access_token", full);
    HttpCall malformed = call.bearer(full + " more");
    HttpCall scheme = call.with("Authorization", "Token " + full);
    String low = server.tokens().low();
    Leaks.assertSilent("garbage", server.send(Trial.ASKED, garbage), garbage);
    Leaks.assertSilent("in the query", server.send(query), full);
    Leaks.assertSilent("another scheme", server.send(scheme), full);
    Leaks.assertSilent("too few scopes", server.send(Trial.ASKED, low), low);
    Reply reply = server.send(malformed);
    if (!reply.isSuccess()) { // accepting it has an assertion of its own
      Leaks.assertSilent("malformed", reply, full);
    }
    for (TokenDraft draft : Trial.draft(server).stream().toList()) {
      for (Hostile bad : Leaks.unacceptable(draft)) {
        Leaks.assertSilent(bad.what(), server.send(Trial.ASKED, bad.token()), bad.token());
      }
    }
  }
}
