// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * What lists of tools, prompts and resources give away: at the resource whose lists depend on
 * scopes, if the profile names one.
 */
public interface ListAssertions extends ServerTest {

  private static McpServer filtering(McpServer server) {
    return server.at(Feature.PERMITTED_LISTS);
  }

  /** Checks that a list depends on the token and on nothing else. */
  @Core
  @Assertion(
      id = "list-is-the-same-every-time",
      strategy =
          "tools/list with the same token names the same tools again, after calls of tools, on"
              + " another connection, and after somebody with other scopes asked for it")
  default void listIsTheSameEveryTime(McpServer server) {
    OperationList tools = OperationList.TOOLS;
    String token = server.tokens().full();
    List<String> first = tools.names(server, token);
    BlockedError.unless(!first.isEmpty(), "there must be tools", first);
    List<Runnable> between =
        List.of(
            () -> server.send(Operation.SIMPLE_TEXT, token),
            () -> server.send(Operation.UNKNOWN_TOOL, token),
            () -> server.send(Operation.of("tools/list"), server.tokens().low()),
            () ->
                server.send(
                    server.call(Operation.CALLER).bearer(token).with("Connection", "close")));
    for (Runnable other : between) {
      other.run();
      assertThat(tools.names(server, token))
          .as("tools/list again")
          .containsExactlyInAnyOrderElementsOf(first);
    }
  }

  /** Checks what stays in a list. */
  @Extended
  @Assertion(
      id = "list-names-what-is-permitted",
      strategy =
          "Lists of tools, prompts, resources and resource templates name what the token's scopes"
              + " permit and what needs no scope, in the order that a token with every scope sees,"
              + " and not what it lacks a scope for")
  default void listNamesWhatIsPermitted(McpServer server) {
    McpServer filtering = filtering(server);
    for (OperationList list : OperationList.ALL) {
      List<String> all = list.names(filtering, filtering.tokens().full());
      assertThat(all).as("%s with every scope", list.method()).contains(list.name());
      List<String> scopes = list.named().scopes();
      List<String> others = new ArrayList<>(all);
      others.remove(list.name());
      for (List<String> lacking :
          List.of(List.<String>of(), scopes.subList(0, 1), scopes.subList(1, 2))) {
        assertThat(list.names(filtering, filtering.tokens().withScopes(with(lacking))))
            .as("%s with %s", list.method(), lacking)
            .containsExactlyElementsOf(others);
      }
      for (List<String> enough : List.of(scopes, List.of(Operation.ADMIN))) {
        assertThat(list.names(filtering, filtering.tokens().withScopes(with(enough))))
            .as("%s with %s", list.method(), enough)
            .containsExactlyElementsOf(all);
      }
    }
  }

  private static List<String> with(List<String> scopes) {
    List<String> more = new ArrayList<>(List.of(Operation.BASELINE));
    more.addAll(scopes);
    return more;
  }

  /** Checks that no cache shows one caller's list to another. */
  @Extended
  @Assertion(
      id = "permitted-list-is-private",
      strategy =
          "Lists that depend on scopes have the cacheScope private, for tokens with every scope and"
              + " with none, and no header allows caches to share them")
  default void permittedListIsPrivate(McpServer server) {
    McpServer filtering = filtering(server);
    for (OperationList list : OperationList.ALL) {
      for (String token : List.of(filtering.tokens().full(), filtering.tokens().low())) {
        Reply reply = list.ask(filtering, token);
        assertThat(reply.result().orElseThrow().getString("cacheScope", "none"))
            .as("cacheScope: %s", reply)
            .isEqualTo("private");
        assertThat(reply.headers("Cache-Control"))
            .as("%s", reply)
            .noneMatch(line -> line.matches("(?i).*(public|s-maxage).*"));
      }
    }
  }

  /** Checks that what is not in a list cannot be found out by asking for it. */
  @Extended
  @Assertion(
      id = "hidden-operation-is-unknown",
      strategy =
          "A tool, prompt or resource that the token lacks a scope for does not run, and the answer"
              + " is the same as for one that there is not: status, names of headers, Content-Type, and"
              + " body but for the id and the name; without a token it is 401 all the same")
  default void hiddenOperationIsUnknown(McpServer server) {
    McpServer filtering = filtering(server);
    ToolWatch watch = ToolWatch.of(filtering);
    Refusals.withoutToken(filtering);
    for (OperationList list : OperationList.ALL) {
      Operation hidden = list.named();
      Operation unknown = unlike(hidden);
      BlockedError.unless(
          filtering.send(hidden, filtering.tokens().full()).isSuccess(),
          "a token with every scope must be accepted for",
          hidden);
      Reply known = filtering.send(hidden, watch.low());
      Reply none = filtering.send(unknown, watch.low());
      assertThat(known.isSuccess()).as("%s", known).isFalse();
      assertThat(look(known, hidden))
          .as("%s%nunlike %s", known, none)
          .isEqualTo(look(none, unknown));
      assertThat(headers(known)).as("%s%nunlike %s", known, none).isEqualTo(headers(none));
    }
  }

  private static Operation unlike(Operation operation) {
    String member = operation.params().containsKey("uri") ? "uri" : "name";
    String other =
        operation
            .name()
            .orElseThrow()
            .replace("://", "://no-such-")
            .replace("test_", "test_no_such_");
    return new Operation(
        operation.method(),
        Json.createObjectBuilder(operation.params()).add(member, other).build(),
        Optional.of(other),
        List.of());
  }

  private static String look(Reply reply, Operation operation) {
    String body = reply.body().replaceFirst("\"id\":\\s*\\d+", "\"id\":0");
    return reply.status()
        + " "
        + reply.header("Content-Type")
        + " "
        + body.replace(operation.name().orElseThrow(), "<name>");
  }

  private static Set<String> headers(Reply reply) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    reply.headers().forEach(header -> names.add(header.name()));
    return names;
  }
}
