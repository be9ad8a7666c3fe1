// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.server.Operation;

/** How a message is read, and compared with the headers that mirror it. */
public class MessageRules {

  private static final int HEADER_MISMATCH = -32020;
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int DEEPEST = 100;
  private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?(.*)\\?=");
  private static final String VERSION = "io.modelcontextprotocol/protocolVersion";

  public Message read(Request request) throws Refusal {
    if (request.tooLarge()) {
      throw tooLarge();
    }
    Message message = message(object(text(request.body())));
    requireMirrored(message, request);
    return message;
  }

  public Refusal tooLarge() {
    return new Refusal(Answer.error(413, INVALID_REQUEST, "too large"));
  }

  public String text(Body body) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8");
    }
  }

  public JsonObject object(String text) throws Refusal {
    requireShallow(text);
    requireUnambiguous(text);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      if (value instanceof JsonObject object) {
        return object;
      }
      return batch(value);
    } catch (JsonException | IllegalStateException e) {
      throw malformed("no JSON");
    }
  }

  /** No revision that is measured has batches. */
  public JsonObject batch(JsonValue value) throws Refusal {
    throw new Refusal(Answer.error(400, INVALID_REQUEST, "no object"));
  }

  public void requireShallow(String text) throws Refusal {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (depth > DEEPEST) {
        throw malformed("too deep");
      }
    }
  }

  /** Each deciding member once, and written as it should be. */
  public void requireUnambiguous(String text) throws Refusal {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      List<String> path = new java.util.ArrayList<>();
      List<String> seen = new java.util.ArrayList<>();
      String key = "";
      while (parser.hasNext()) {
        switch (parser.next()) {
          case KEY_NAME -> {
            key = parser.getString();
            if (path.size() <= 3) {
              String full = String.join("/", path) + "/" + key.toLowerCase(java.util.Locale.ROOT);
              if (seen.contains(full)) {
                throw malformed("ambiguous");
              }
              seen.add(full);
            }
          }
          case START_OBJECT, START_ARRAY -> path.add(key);
          case END_OBJECT, END_ARRAY -> path.remove(path.size() - 1);
          default -> {
            // values decide nothing here
          }
        }
      }
    } catch (JsonException | IllegalStateException e) {
      throw malformed("no JSON");
    }
  }

  public Refusal malformed(String why) {
    return new Refusal(Answer.error(400, PARSE_ERROR, why));
  }

  /** Finds the operation of the fixture contract, with its scopes. */
  public Message message(JsonObject object) throws Refusal {
    String method =
        Message.text(object, "method")
            .orElseThrow(() -> new Refusal(Answer.error(400, INVALID_REQUEST, "no method")));
    JsonObject params =
        object.get("params") instanceof JsonObject found ? found : JsonObject.EMPTY_JSON_OBJECT;
    Optional<String> name =
        switch (method) {
          case "tools/call", "prompts/get" -> Message.text(params, "name");
          case "resources/read" -> Message.text(params, "uri");
          default -> Optional.empty();
        };
    JsonObject meta =
        params.get("_meta") instanceof JsonObject found ? found : JsonObject.EMPTY_JSON_OBJECT;
    return new Message(
        Optional.ofNullable(object.get("id")),
        new Operation(method, params, name, scopes(method, name, params)),
        Message.text(meta, VERSION));
  }

  public List<String> scopes(String method, Optional<String> name, JsonObject params) {
    return OperationScopes.of(method, name, params);
  }

  public void requireMirrored(Message message, Request request) throws Refusal {
    String stateless = Revision.V2026_07_28.date();
    Optional<String> version = header(request, "MCP-Protocol-Version");
    if (Stream.of(version, message.protocolVersion()).noneMatch(Optional.of(stateless)::equals)) {
      return;
    }
    requireVersion(version, message);
    requireMethod(header(request, "Mcp-Method"), message);
    requireName(header(request, "Mcp-Name"), message);
  }

  /** Lines of the same name are one list (RFC 9110 §5.3). */
  public Optional<String> header(Request request, String name) {
    List<String> lines = request.headers(name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
  }

  public void requireVersion(Optional<String> header, Message message) throws Refusal {
    requireSame(header, message.protocolVersion());
  }

  public void requireMethod(Optional<String> header, Message message) throws Refusal {
    requireSame(header, Optional.of(message.operation().method()));
  }

  public void requireName(Optional<String> header, Message message) throws Refusal {
    if (message.operation().name().isPresent()) {
      requireSame(header.map(this::decoded), message.operation().name());
    }
  }

  public String decoded(String value) {
    Matcher matcher = ENCODED.matcher(value);
    try {
      return matcher.matches()
          ? new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8)
          : value;
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  public void requireSame(Optional<String> header, Optional<String> body) throws Refusal {
    if (header.isEmpty() || !header.equals(body)) {
      throw new Refusal(Answer.error(400, HEADER_MISMATCH, "header mismatch"));
    }
  }
}
