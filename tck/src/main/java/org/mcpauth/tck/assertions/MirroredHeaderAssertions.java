// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** The headers that mirror the message, and what happens when they do not. */
public interface MirroredHeaderAssertions extends ServerTest {

  /** Checks that headers open nothing. */
  @Scopes
  @Assertion(
      id = "body-decides-not-header",
      strategy =
          "A token without the tool's scopes cannot make it run by headers that name an open tool"
              + " or another method, or by a body that does")
  default void bodyDecidesNotHeader(McpServer server) {
    ToolWatch watch = ToolWatch.ofGuarded(server);
    MisleadingHeaders.of(server)
        .forEach(
            (variant, call) -> watch.assertIdle(variant, server.send(call.bearer(watch.low()))));
  }

  /** Checks the name. */
  @Scopes
  @Assertion(
      id = "mismatched-name-is-refused",
      strategy =
          "A request whose Mcp-Name is not the name or the URI in the body is answered 400 with the"
              + " error -32020, for a token with every scope")
  default void mismatchedNameIsRefused(McpServer server) {
    for (Operation operation : named(server)) {
      String right = operation.name().orElseThrow();
      HttpCall call = call(server, operation);
      for (String wrong :
          List.of(
              "test_caller",
              "test_no_such_tool",
              right + "x",
              right.substring(0, right.length() - 1),
              right + ", " + right,
              "*")) {
        assertMismatch(wrong, server.send(call.with("Mcp-Name", wrong)));
      }
      assertMismatch("twice", server.send(call.adding("Mcp-Name", "test_caller")));
      assertMismatch(
          "twice, the wrong one first",
          server.send(call.with("Mcp-Name", "test_caller").adding("Mcp-Name", right)));
    }
  }

  /** Checks the method. */
  @Scopes
  @Assertion(
      id = "mismatched-method-is-refused",
      strategy =
          "A request whose Mcp-Method is not the method in the body is answered 400 with the error"
              + " -32020, for a token with every scope")
  default void mismatchedMethodIsRefused(McpServer server) {
    HttpCall call = call(server, Operation.SIMPLE_TEXT);
    for (String wrong :
        List.of("tools/list", "prompts/get", "tck/none", "tools/cal", "tools/calls", "*")) {
      assertMismatch(wrong, server.send(call.with("Mcp-Method", wrong)));
    }
    assertMismatch("twice", server.send(call.adding("Mcp-Method", "tools/list")));
    HttpCall list = call(server, Operation.of("tools/list"));
    assertMismatch("tools/call", server.send(list.with("Mcp-Method", "tools/call")));
    assertMismatch(
        "tools/call with a name",
        server.send(list.with("Mcp-Method", "tools/call").with("Mcp-Name", "test_caller")));
  }

  /** Checks the version. */
  @Scopes
  @Assertion(
      id = "mismatched-version-is-refused",
      strategy =
          "A request whose MCP-Protocol-Version is not the version in the body is answered 400 with"
              + " the error -32020, or -32022 for a version that the server does not speak")
  default void mismatchedVersionIsRefused(McpServer server) {
    HttpCall call = call(server, Operation.SIMPLE_TEXT);
    for (String wrong : List.of("2025-11-25", "2025-06-18", "2025-03-26", "1999-01-01", "none")) {
      assertMismatch(
          "header " + wrong, server.send(call.with("MCP-Protocol-Version", wrong)), -32022);
      String body = server.message(Operation.SIMPLE_TEXT, false).toString();
      String other = body.replace(server.revision().date(), wrong);
      assertMismatch("body " + wrong, server.send(call.body(other)), -32022);
    }
  }

  /** Checks that no header may be left out. */
  @Scopes
  @Assertion(
      id = "missing-mirror-is-refused",
      strategy =
          "A request without Mcp-Method, Mcp-Name or MCP-Protocol-Version, or with an empty one, is"
              + " answered 400 with the error -32020, for a token with every scope")
  default void missingMirrorIsRefused(McpServer server) {
    for (Operation operation : named(server)) {
      HttpCall call = call(server, operation);
      assertMismatch("no Mcp-Name", server.send(call.without("Mcp-Name")));
      assertMismatch("an empty Mcp-Name", server.send(call.with("Mcp-Name", "")));
      assertMismatch("no Mcp-Method", server.send(call.without("Mcp-Method")));
      assertMismatch("an empty Mcp-Method", server.send(call.with("Mcp-Method", "")));
      assertMismatch("neither", server.send(call.without("Mcp-Method").without("Mcp-Name")));
      if (!LegacyClients.areServed(server)) { // else a server may take it for one of theirs
        assertMismatch("no version", server.send(call.without("MCP-Protocol-Version")));
      }
    }
    HttpCall list = call(server, Operation.of("tools/list"));
    assertMismatch("no Mcp-Method", server.send(list.without("Mcp-Method")));
  }

  /** Checks the encoding of names that no header can hold. */
  @Scopes
  @Assertion(
      id = "encoded-name-is-decoded",
      strategy =
          "An Mcp-Name in Base64 is accepted if it decodes to the name in the body, answered 400"
              + " with the error -32020 if it does not, and opens nothing")
  default void encodedNameIsDecoded(McpServer server) {
    for (Operation operation : named(server)) {
      String right = HostileUris.encoded(operation.name().orElseThrow());
      HttpCall call = call(server, operation);
      Reply reply = server.send(call.with("Mcp-Name", right));
      assertThat(reply.isSuccess()).as("success with %s: %s", right, reply).isTrue();
      for (String wrong :
          List.of(
              HostileUris.encoded("test_caller"),
              HostileUris.encoded(""),
              HostileUris.encoded(right),
              "=?base64?!?=",
              right.substring(0, right.length() - 2))) {
        assertMismatch(wrong, server.send(call.with("Mcp-Name", wrong)));
      }
    }
    ToolWatch watch = ToolWatch.ofGuarded(server);
    HttpCall call = server.call(Operation.SIMPLE_TEXT).bearer(watch.low());
    String encoded = HostileUris.encoded("test_simple_text");
    watch.assertIdle(encoded, server.send(call.with("Mcp-Name", encoded)));
  }

  /** Checks that values are compared by the letter. */
  @Scopes
  @Assertion(
      id = "header-values-are-case-sensitive",
      strategy =
          "A request whose Mcp-Name or Mcp-Method is in another case than in the body is answered"
              + " 400 with the error -32020, for a token with every scope")
  default void headerValuesAreCaseSensitive(McpServer server) {
    for (Operation operation : named(server)) {
      HttpCall call = call(server, operation);
      String name = operation.name().orElseThrow();
      String method = operation.method();
      for (String wrong : List.of(name.toUpperCase(Locale.ROOT), "T" + name.substring(1))) {
        assertMismatch(wrong, server.send(call.with("Mcp-Name", wrong)));
      }
      String capital = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
      for (String wrong : List.of(method.toUpperCase(Locale.ROOT), capital)) {
        assertMismatch(wrong, server.send(call.with("Mcp-Method", wrong)));
      }
    }
  }

  private static List<Operation> named(McpServer server) {
    return ScopeRefusal.permitted(server);
  }

  private static HttpCall call(McpServer server, Operation operation) {
    HttpCall call = server.call(operation).bearer(server.tokens().full());
    Reply reply = server.send(call);
    BlockedError.unless(reply.isSuccess(), "the right headers must be accepted", reply);
    return call;
  }

  private static void assertMismatch(String variant, Reply reply, Integer... others) {
    assertThat(reply.status()).as("%s: %s", variant, reply).isEqualTo(400);
    assertThat(reply.errorCode())
        .as("the code -32020, %s: %s", variant, reply)
        .hasValueSatisfying(
            code -> {
              if (!List.of(others).contains(code)) {
                assertThat(code).isEqualTo(-32020);
              }
            });
  }
}
