// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** That there is no way in without a token, and that nobody outside can look in. */
public interface EntryAssertions extends ServerTest {

  /** What a server answers that has no such method. */
  List<Integer> NO_SUCH_METHOD = List.of(401, 404, 405, 501);

  /** GET and DELETE have no content, and a server may refuse it (RFC 9110 §9.3.1). */
  List<Integer> NO_SUCH_CONTENT = List.of(400, 401, 404, 405, 413, 501);

  /** Checks that no method of MCP is left out. */
  @Core
  @Assertion(
      id = "every-method-needs-a-token",
      strategy =
          "Requests and notifications of every MCP method, known or not, are answered 401 if they"
              + " come without a token")
  default void everyMethodNeedsToken(McpServer server) {
    Refusals.withoutToken(server);
    for (Operation operation : KnownMethods.operations()) {
      String version = server.revision().date(); // also for initialize, which else has none
      List<HttpCall> calls = new ArrayList<>();
      calls.add(server.call(operation).with("MCP-Protocol-Version", version));
      calls.add(calls.get(0).without("Mcp-Session-Id"));
      calls.add(calls.get(0).body(server.message(operation, true).toString()));
      for (HttpCall call : calls) {
        Reply reply = server.send(call);
        assertThat(reply.status()).as("%s in %s", operation, reply).isEqualTo(401);
      }
    }
  }

  /** Checks that no method of HTTP is left out. */
  @Core
  @Assertion(
      id = "every-http-method-needs-a-token",
      strategy =
          "Without a token, GET, DELETE and every other HTTP method, also in headers that override"
              + " it, are answered 401, or 404, 405 or 501 if there is no such method")
  default void everyHttpMethodNeedsToken(McpServer server) {
    Operation list = Operation.of("tools/list");
    Refusals.withoutToken(server, list);
    McpServer own = server.inSessionOf(server.tokens().full()); // DELETE may end it
    HttpCall call = own.call(list);
    HttpCall empty = call.without("Content-Type").body(new byte[0]);
    Stream.of(
            Stream.of("GET", "HEAD", "DELETE").map(empty::method),
            Stream.of("GET", "DELETE", "PUT", "PATCH").map(call::method),
            Stream.of(empty.method("GET").with("Accept", "text/event-stream")),
            HttpMethodOverrides.of(call).stream())
        .flatMap(calls -> calls)
        .map(server::send)
        .forEach(EntryAssertions::requireRefused);
    for (String strange : List.of("post", "QUERY", "TCK", "OPTIONS")) {
      Reply reply = server.send(call.method(strange));
      assertThat(reply.result()).as("%s", reply).isEmpty();
      assertThat(reply.status()).as("%s", reply).isNotEqualTo(500);
    }
  }

  private static void requireRefused(Reply reply) {
    boolean content = !reply.call().body().isEmpty();
    boolean odd = content && List.of("GET", "DELETE").contains(reply.call().method());
    List<Integer> allowed = odd ? NO_SUCH_CONTENT : NO_SUCH_METHOD;
    assertThat(reply.status()).as("%s", reply).isIn(allowed);
    assertThat(reply.result()).as("%s", reply).isEmpty();
  }

  /** Checks that no other spelling of the path goes past the guard. */
  @Core
  @Assertion(
      id = "every-spelling-of-the-path-needs-a-token",
      strategy =
          "However the path is spelled, with further slashes, dots, path parameters, encoded, in"
              + " another case or in another header, a request without a token yields no result")
  default void everySpellingOfThePathNeedsToken(McpServer server) {
    List<Operation> operations = List.of(Operation.SIMPLE_TEXT, Operation.of("tools/list"));
    operations.forEach(operation -> Refusals.withoutToken(server, operation));
    Trial.requireAccepted(server);
    for (Operation operation : operations) {
      for (HttpCall call : PathSpellings.of(server.call(operation), server.endpoint())) {
        Reply reply = server.send(call);
        assertThat(reply.result()).as("%s", reply).isEmpty();
        assertThat(reply.status()).as("%s", reply).isLessThan(500);
      }
    }
  }

  /** Checks that the token is asked for first. */
  @Core
  @Assertion(
      id = "broken-message-without-token-is-challenged",
      strategy =
          "Requests that are broken, in their body or in the headers that go with it, are answered"
              + " 401 and not 400 if they come without a token")
  default void brokenMessageWithoutTokenIsChallenged(McpServer server) {
    Refusals.withoutToken(server);
    for (HttpCall call : BrokenMessages.of(server.call(Operation.SIMPLE_TEXT))) {
      Reply reply = server.send(call);
      assertThat(reply.status())
          .as("%s%n  with the body %s", reply, BrokenMessages.describe(call))
          .isEqualTo(401);
    }
  }

  /** Checks that a challenge says nothing about what is asked for. */
  @Core
  @Assertion(
      id = "unverified-callers-learn-nothing",
      strategy =
          "Without a token and with an invalid one, every operation is answered alike, whether it"
              + " needs scopes, needs none or does not exist, and no scope of an operation is named")
  default void unverifiedCallersLearnNothing(McpServer server) {
    Refusals.withoutToken(server, Operation.of("tools/list"));
    List<Optional<String>> credentials = new ArrayList<>(List.of(Optional.empty()));
    credentials.add(Optional.of(Refusals.INVALID_TOKEN));
    credentials.add(Optional.of(Refusals.forged(server.tokens().full())));
    credentials.add(Optional.of(Refusals.forged(server.tokens().low())));
    for (Optional<String> credential : credentials) {
      Reply first = send(server, Operation.SIMPLE_TEXT, credential);
      BlockedError.unless(
          first.status() / 100 == 4 && Refusals.saysBearer(first),
          "who has no valid token must be challenged",
          first);
      Stream.of(
              Operation.SCOPED.stream(),
              Stream.of(Operation.UNKNOWN_TOOL, Operation.of("tools/list")))
          .flatMap(operations -> operations)
          .map(operation -> send(server, operation, credential))
          .forEach(reply -> requireAlike(reply, first));
    }
  }

  private static Reply send(McpServer server, Operation operation, Optional<String> token) {
    HttpCall call = server.call(operation);
    return server.send(token.map(call::bearer).orElse(call));
  }

  private static void requireAlike(Reply reply, Reply first) {
    assertThat(reply.status()).as("%s%nunlike %s", reply, first).isEqualTo(first.status());
    assertThat(reply.errorCode())
        .as("JSON-RPC error in %s%nunlike %s", reply, first)
        .isEqualTo(first.errorCode());
    assertThat(error(reply)).as("%s%nunlike %s", reply, first).isEqualTo(error(first));
    String said = String.join("\n", reply.headers("WWW-Authenticate")) + reply.body();
    Operation.SCOPED.forEach(
        operation -> assertThat(said).as("%s", reply).doesNotContain(operation.scopes()));
  }

  private static Optional<String> error(Reply reply) {
    return Refusals.read(reply).flatMap(challenge -> challenge.parameter("error"));
  }
}
