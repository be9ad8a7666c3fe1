// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small MCP server without sessions, the same in every revision. It checks neither tokens nor
 * scopes: whatever reaches it was let in by what is under test. An exception of a tool goes
 * through.
 */
@ApplicationScoped
public class MessageHandler {

  private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");

  @Inject ToolCalls tools;
  @Inject ConformanceResources resources;
  @Inject ConformancePrompts prompts;

  /** Made by the container. */
  public MessageHandler() {}

  /**
   * Does what a message asks for.
   *
   * @param body a JSON-RPC message
   * @return the response in JSON; empty if the message wants none
   */
  public Optional<String> answer(InputStream body) {
    try {
      return answer(message(body));
    } catch (RpcException e) {
      return Optional.of(failure(null, e));
    }
  }

  static JsonObject message(InputStream body) throws RpcException {
    try (JsonReader reader = Json.createReader(body)) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new RpcException(RpcException.PARSE_ERROR, "Parse error");
    }
  }

  Optional<String> answer(JsonObject message) {
    JsonValue id = message.get("id");
    if (id == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(response(id).add("result", result(message)).build().toString());
    } catch (RpcException e) {
      return Optional.of(failure(id, e));
    }
  }

  private JsonObject result(JsonObject message) throws RpcException {
    JsonObject params = object(message, "params");
    return switch (text(message, "method")) {
      case "initialize" -> Results.initialized(text(params, "protocolVersion"));
      case "server/discover" -> Results.discovered();
      case "ping" -> Results.empty();
      case "tools/list" -> Results.tools();
      case "tools/call" ->
          Results.called(tools.call(text(params, "name"), object(params, "arguments")));
      case "resources/list" -> Results.resources();
      case "resources/templates/list" -> Results.resourceTemplates();
      case "resources/read" -> Results.read(text(params, "uri"), read(text(params, "uri")));
      case "prompts/list" -> Results.prompts();
      case "prompts/get" -> Results.prompt(prompt(text(params, "name")));
      default -> throw new RpcException(RpcException.METHOD_NOT_FOUND, "Method not found");
    };
  }

  private String read(String uri) throws RpcException {
    if (uri.equals(ConformanceResources.STATIC)) {
      return resources.staticText();
    }
    Matcher template = TEMPLATE.matcher(uri);
    if (template.matches()) {
      return resources.templateData(template.group(1));
    }
    throw new RpcException(RpcException.INVALID_PARAMS, "Unknown resource");
  }

  private String prompt(String prompt) throws RpcException {
    if (prompt.equals(ConformancePrompts.SIMPLE)) {
      return prompts.simplePrompt();
    }
    throw new RpcException(RpcException.INVALID_PARAMS, "Unknown prompt");
  }

  private static JsonObject object(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject member ? member : JsonObject.EMPTY_JSON_OBJECT;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : "";
  }

  private static JsonObjectBuilder response(@Nullable JsonValue id) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", id == null ? JsonValue.NULL : id);
  }

  static String failure(@Nullable JsonValue id, RpcException failure) {
    JsonObjectBuilder error =
        Json.createObjectBuilder()
            .add("code", failure.code())
            .add("message", String.valueOf(failure.getMessage()));
    return response(id).add("error", error).build().toString();
  }
}
