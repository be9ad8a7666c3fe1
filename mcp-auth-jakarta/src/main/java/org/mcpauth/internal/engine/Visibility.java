// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.internal.lists.AnswerRefusal;
import org.mcpauth.internal.lists.ListFilter;
import org.mcpauth.internal.lists.ListKind;
import org.mcpauth.internal.lists.ListView;
import org.mcpauth.internal.lists.NameRestoration;
import org.mcpauth.internal.lists.ToolRequirement;
import org.mcpauth.internal.lists.UnguessableName;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.rpc.BufferedBody;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.RenamedMessage;
import org.mcpauth.internal.rpc.Revision;
import org.mcpauth.internal.rpc.RpcMessage;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * What a caller gets to see of the operations of a resource, besides what it may use. Immutable,
 * thread-safe.
 */
final class Visibility {

  /** What is compressed cannot be changed. */
  private static final Map<String, List<String>> NO_CODING = Map.of("Accept-Encoding", List.of());

  private final McpAuthSettings.Lists lists;
  private final ResourceSettings resource;
  private final OperationRules rules;
  private final JsonProvider json;

  Visibility(
      McpAuthSettings.Lists lists,
      ResourceSettings resource,
      OperationRules rules,
      JsonProvider json) {
    this.lists = lists;
    this.resource = resource;
    this.rules = rules;
    this.json = json;
  }

  /** How a request that is permitted passes. */
  Passage of(HttpRequestView request, MessageReading.Asked asked, Optional<AccessToken> token) {
    if (!lists.permitted() && !lists.requirements()) {
      return Passage.UNCHANGED;
    }
    Optional<ListKind> kind = ListKind.of(asked.operation());
    // With GET a client takes up a stream that broke off, and may get the answer to a list request.
    if (kind.isPresent() || request.method().equalsIgnoreCase("GET")) {
      return new Passage(NO_CODING, Optional.of(filter(kind, asked, token)));
    }
    // The same for what is hidden and what is not, so that no coding tells one from the other.
    return lists.permitted() && isNamed(asked)
        ? new Passage(NO_CODING, Optional.empty())
        : Passage.UNCHANGED;
  }

  private ListFilter filter(
      Optional<ListKind> kind, MessageReading.Asked asked, Optional<AccessToken> token) {
    boolean current =
        asked.revision().filter(spoken -> spoken.isSince(Revision.STATELESS)).isPresent();
    Optional<Function<McpOperation, ToolRequirement>> requirements =
        lists.requirements() ? Optional.of(this::requirement) : Optional.empty();
    ListView view =
        new ListView(
            operation -> !lists.permitted() || rules.shows(operation, token),
            requirements,
            lists.permitted(),
            current);
    return new ListFilter(json, kind, view, refusal(asked), lists.size());
  }

  private ToolRequirement requirement(McpOperation tool) {
    return new ToolRequirement(
        rules.isAnonymous(tool),
        List.copyOf(resource.published(rules.declaredScopes(tool)).asSet()));
  }

  /**
   * That a caller may not know of what it asks for, so that it is answered like one who asks for
   * something that does not exist.
   *
   * @param unknown what does not exist
   * @param shortfall what the caller lacks, for who may know it
   */
  record Hiding(McpOperation unknown, Shortfall shortfall) {}

  /**
   * Whether what is asked for is hidden: found out without the arguments, which a caller chooses.
   */
  Optional<Hiding> hiding(MessageReading.Asked asked, AccessToken token) {
    if (!lists.permitted() || !isNamed(asked) || asked.message().isEmpty()) {
      return Optional.empty();
    }
    Kind kind = asked.operation().kind();
    return lasting(asked.operation(), token)
        .map(lacking -> new Hiding(new McpOperation(kind, UnguessableName.of(kind)), lacking));
  }

  /** Who cannot be told to be permitted is not. */
  private Optional<Shortfall> lasting(McpOperation operation, AccessToken token) {
    try {
      return rules.lasting(operation, token);
    } catch (RuntimeException e) {
      Messages.error(e, Message.DECISION_FAILED);
      return Optional.of(new Shortfall.Forbidden());
    }
  }

  /**
   * A request that the server takes for one for something that does not exist.
   *
   * @param body the message with another name
   * @param passage puts the caller's name back into the answer
   */
  record Hidden(BufferedBody body, Passage passage) {}

  /** How a request passes with another name. */
  Hidden hidden(HttpRequestView request, MessageReading.Asked asked, McpOperation unknown)
      throws MalformedMessageException {
    String name = unknown.name();
    BufferedBody body =
        RenamedMessage.of(asked.message().orElseThrow(), asked.body().orElseThrow(), name, json);
    NameRestoration restoration =
        new NameRestoration(json, name, asked.operation().name(), refusal(asked), lists.size());
    return new Hidden(body, new Passage(headers(request, name, body), Optional.of(restoration)));
  }

  private static Map<String, List<String>> headers(
      HttpRequestView request, String name, BufferedBody body) {
    Map<String, List<String>> headers = new HashMap<>(NO_CODING);
    if (!request.headers("Mcp-Name").isEmpty()) {
      headers.put("Mcp-Name", List.of(name));
    }
    if (request.contentLength() >= 0) {
      headers.put("Content-Length", List.of(String.valueOf(body.size())));
    }
    return headers;
  }

  private AnswerRefusal refusal(MessageReading.Asked asked) {
    JsonValue id = asked.message().map(RpcMessage::idOrNull).orElse(JsonValue.NULL);
    return new AnswerRefusal(asked.operation(), id, json);
  }

  private static boolean isNamed(MessageReading.Asked asked) {
    return asked.operation().kind() != Kind.METHOD;
  }
}
