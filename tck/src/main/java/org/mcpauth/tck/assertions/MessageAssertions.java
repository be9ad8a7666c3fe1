// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Messages mean one thing only, to whoever checks them and to whoever runs them. */
public interface MessageAssertions extends ServerTest {

  /** Checks that two readers agree. */
  @Scopes
  @Assertion(
      id = "ambiguous-message-is-not-dispatched",
      strategy =
          "A token without the tool's scopes cannot make it run by messages that can be read in two"
              + " ways: keys that are there twice or in another case, comments, other encodings")
  default void ambiguousMessageIsNotDispatched(McpServer server) {
    ToolWatch watch = watch(server);
    for (HttpCall call : mirrors(server)) {
      HttpCall low = call.bearer(watch.low());
      String plain = server.message(Operation.SIMPLE_TEXT, false).toString();
      Reply reply = server.send(low.body(plain));
      BlockedError.unless(watch.isIdle(reply), "the body must decide, not the header", reply);
      new AmbiguousMessages(server)
          .all()
          .forEach((variant, change) -> watch.assertIdle(variant, server.send(change.apply(low))));
    }
  }

  /** Checks that several messages are not taken for one. */
  @Scopes
  @Assertion(
      id = "batch-opens-no-door",
      strategy =
          "A batch is answered 4xx, and what it holds does not run for a token without the scopes")
  default void batchOpensNoDoor(McpServer server) {
    ToolWatch watch = watch(server);
    for (HttpCall call : mirrors(server)) {
      batches(server)
          .forEach(
              (variant, batch) -> {
                Reply reply = server.send(call.bearer(watch.low()).body(batch));
                watch.assertIdle(variant, reply);
                assertThat(reply.status()).as("%s: %s", variant, reply).isBetween(400, 499);
              });
    }
  }

  /** Checks that a message nobody can read is the caller's fault. */
  @Scopes
  @Assertion(
      id = "broken-message-is-400",
      strategy =
          "A body that is no JSON, ends too early or is not in UTF-8 is answered 400, and with"
              + " nothing or a JSON-RPC error rather than an error of OAuth, for a token with every"
              + " scope")
  default void brokenMessageIs400(McpServer server) {
    HttpCall call = server.call(Operation.SIMPLE_TEXT).bearer(server.tokens().full());
    Reply whole = server.send(call);
    BlockedError.unless(whole.isSuccess(), "the whole message must be accepted", whole);
    new UnreadableMessages(server)
        .all()
        .forEach(
            (variant, body) -> {
              Reply reply = server.send(call.body(body));
              assertThat(reply.status()).as("%s: %s", variant, reply).isEqualTo(400);
              reply
                  .json()
                  .ifPresent(
                      json ->
                          assertThat(json.get("error"))
                              .as("the error of JSON-RPC, %s: %s", variant, reply)
                              .isInstanceOf(JsonObject.class));
            });
  }

  /** Checks that nobody's mistake but the server's is a server error. */
  @Scopes
  @Assertion(
      id = "unknown-tool-is-no-server-error",
      strategy = "A call of a tool that does not exist is answered, and not with 5xx")
  default void unknownToolIsNoServerError(McpServer server) {
    for (String token : List.of(server.tokens().full(), server.tokens().low())) {
      for (Operation unknown : UnknownOperations.tools()) {
        Reply reply = server.send(UnknownOperations.call(server, unknown).bearer(token));
        assertThat(reply.status()).as("%s", reply).isBetween(200, 499);
      }
    }
  }

  /** Checks that errors are kept short. */
  @Scopes
  @Assertion(
      id = "errors-show-no-stack-trace",
      strategy = "The replies to broken messages and unknown operations show no stack trace")
  default void errorsShowNoStackTrace(McpServer server) {
    HttpCall call = server.call(Operation.SIMPLE_TEXT);
    List<HttpCall> calls = new ArrayList<>();
    new UnreadableMessages(server).all().values().forEach(body -> calls.add(call.body(body)));
    for (Operation unknown : UnknownOperations.all()) {
      calls.add(UnknownOperations.call(server, unknown));
    }
    calls.add(call.with("MCP-Protocol-Version", "\"none\""));
    calls.add(call.with("Content-Type", "none"));
    calls.add(call.with("Accept", "none"));
    for (HttpCall wrong : calls) {
      assertSilent(server.send(wrong));
      assertSilent(server.send(wrong.bearer("unknown")));
      assertSilent(server.send(wrong.bearer(server.tokens().low())));
      assertSilent(server.send(wrong.bearer(server.tokens().full())));
    }
  }

  /** Of a server that says so if it cannot read a message. */
  private static ToolWatch watch(McpServer server) {
    ToolWatch watch = ToolWatch.ofGuarded(server);
    HttpCall unreadable = server.call(Operation.CALLER).body("this is no JSON");
    Reply reply = server.send(unreadable.bearer(watch.low()));
    BlockedError.unless(
        reply.status() / 100 == 4 || reply.status() == Reply.CLOSED,
        "a message that is no JSON must be refused",
        reply);
    return watch;
  }

  private static void assertSilent(Reply reply) {
    assertThat(StackTraces.in(reply)).as("stack trace: %s", reply).isEmpty();
  }

  /** Calls with the headers for an open tool, a protected one, and another method. */
  private static List<HttpCall> mirrors(McpServer server) {
    HttpCall open = server.call(Operation.CALLER);
    return server.revision().isStateless()
        ? List.of(open, server.call(Operation.SIMPLE_TEXT), server.call(Operation.of("tools/list")))
        : List.of(open);
  }

  private static Map<String, String> batches(McpServer server) {
    String open = server.message(Operation.CALLER, false).toString();
    String guarded = server.message(Operation.SIMPLE_TEXT, false).toString();
    String silent = server.message(Operation.SIMPLE_TEXT, true).toString();
    Map<String, String> batches = new LinkedHashMap<>();
    batches.put("the open tool first", "[" + open + "," + guarded + "]");
    batches.put("the protected tool first", "[" + guarded + "," + open + "]");
    batches.put("the protected tool in between", "[" + open + "," + guarded + "," + open + "]");
    batches.put("the protected tool alone", "[" + guarded + "]");
    batches.put("a batch in a batch", "[[" + guarded + "]]");
    batches.put("a notification", "[" + silent + "," + open + "]");
    batches.put("a notification alone", "[" + silent + "]");
    batches.put("open tools only", "[" + open + "," + open + "]");
    batches.put("the open tool alone", "[" + open + "]");
    return batches;
  }
}
