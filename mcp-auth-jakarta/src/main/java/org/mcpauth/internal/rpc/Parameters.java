// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.McpOperation;

/**
 * The parameters of a message that was read and found well-formed, for the few decisions that need
 * more of them than their target. Parsed when somebody asks, and once. For one thread.
 */
public final class Parameters {

  /** Those of a request without a message. */
  public static final Parameters NONE = new Parameters(JsonValue.EMPTY_JSON_OBJECT);

  /** Each is compared with all patterns. */
  private static final int MAX_SUBSCRIPTIONS = 1000;

  private static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";

  private final @Nullable JsonProvider provider;
  private final @Nullable BufferedBody body;
  private @Nullable JsonObject read;

  /**
   * Those of a message.
   *
   * @param provider reads JSON
   * @param body the message
   */
  public Parameters(JsonProvider provider, BufferedBody body) {
    this.provider = provider;
    this.body = body;
  }

  private Parameters(JsonObject read) {
    this.provider = null;
    this.body = null;
    this.read = read;
  }

  /**
   * The arguments of a tool or prompt.
   *
   * @return {@code params.arguments} in plain types, without those that are null; unmodifiable
   * @throws jakarta.json.JsonException if anything in the message has a member twice, since which
   *     of them the server reads is not known
   */
  public Map<String, Object> arguments() {
    Map<String, Object> plain = new LinkedHashMap<>();
    member(params(), "arguments")
        .forEach(
            (name, value) -> {
              if (PlainValues.isThere(value)) {
                plain.put(name, PlainValues.of(value));
              }
            });
    return Collections.unmodifiableMap(plain);
  }

  /**
   * The resources that {@code subscriptions/listen} (MCP 2026-07-28) wants to be told about.
   *
   * @return {@code params.notifications.resourceSubscriptions}, without what is no URI
   * @throws MalformedMessageException if there are more than anybody may need
   * @throws jakarta.json.JsonException as {@link #arguments()}
   */
  public List<McpOperation> subscribedResources() throws MalformedMessageException {
    JsonValue uris = member(params(), "notifications").get("resourceSubscriptions");
    if (!(uris instanceof JsonArray array)) {
      return List.of();
    }
    if (array.size() > MAX_SUBSCRIPTIONS) {
      throw new MalformedMessageException(
          RpcError.withoutId(
              RpcError.INVALID_PARAMS,
              "More than " + MAX_SUBSCRIPTIONS + " resources cannot be listened to at once"));
    }
    return array.stream()
        .filter(JsonString.class::isInstance)
        .map(uri -> ((JsonString) uri).getString())
        .filter(uri -> !uri.isEmpty())
        .distinct()
        .map(McpOperation::resource)
        .toList();
  }

  /**
   * How the client calls itself (MCP 2026-07-28, {@code _meta}). It may call itself anything.
   *
   * @return the name; empty if it does not say so
   */
  public Optional<String> clientName() {
    JsonObject info = member(member(params(), "_meta"), CLIENT_INFO);
    return info.get("name") instanceof JsonString name
        ? Optional.of(name.getString())
        : Optional.empty();
  }

  private JsonObject params() {
    JsonObject known = read;
    if (known != null) {
      return known;
    }
    JsonObject parsed = JsonValue.EMPTY_JSON_OBJECT;
    if (provider != null && body != null) {
      try (JsonReader reader =
          provider
              .createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE))
              .createReader(body.stream(), StandardCharsets.UTF_8)) {
        parsed = member(reader.readObject(), "params");
      }
    }
    read = parsed;
    return parsed;
  }

  private static JsonObject member(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
  }
}
