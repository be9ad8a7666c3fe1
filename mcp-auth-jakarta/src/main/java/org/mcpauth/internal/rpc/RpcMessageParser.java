// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser.Event;
import java.util.Optional;
import org.mcpauth.McpOperation;

/** Reads one message from a parser. Used once, by one thread. */
final class RpcMessageParser {

  private static final DecidingNames MESSAGE_MEMBERS =
      DecidingNames.of("jsonrpc", "id", "method", "params", "result", "error");

  /** Longer ids are not echoed: nobody needs them, and an error must stay small. */
  private static final int MAX_ID = 256;

  private final BoundedParser parser;
  private final JsonProvider provider;

  private boolean versioned;
  private boolean answers;
  private Optional<JsonValue> id = Optional.empty();
  private Optional<String> method = Optional.empty();
  private Target target = Target.NONE;

  RpcMessageParser(BoundedParser parser, JsonProvider provider) {
    this.parser = parser;
    this.provider = provider;
  }

  RpcMessage parse() throws MalformedMessageException {
    Event first = parser.next();
    if (first == Event.START_ARRAY) {
      throw invalid("Batches are not supported: send one message in each request");
    }
    if (first != Event.START_OBJECT) {
      throw invalid("A message is a JSON object");
    }
    MemberNames names = new MemberNames(MESSAGE_MEMBERS);
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String name = parser.string();
      if (names.isAmbiguous(name)) {
        throw invalid("The message has a member twice, or in two spellings");
      }
      readMember(name, parser.next());
    }
    if (!parser.isAtEnd()) {
      throw invalid("Something follows the message");
    }
    return message();
  }

  private void readMember(String name, Event value) throws MalformedMessageException {
    switch (name) {
      case "jsonrpc" -> versioned = value == Event.VALUE_STRING && parser.string().equals("2.0");
      case "id" -> id = Optional.of(readId(value));
      case "method" -> method = Optional.of(readMethod(value));
      case "params" -> target = new TargetParser(parser).parse(value);
      case "result", "error" -> {
        answers = true;
        parser.skip(value);
      }
      default -> parser.skip(value);
    }
  }

  private JsonValue readId(Event value) throws MalformedMessageException {
    if (value == Event.VALUE_STRING && parser.string().length() <= MAX_ID) {
      return provider.createValue(parser.string());
    }
    if (value == Event.VALUE_NUMBER && parser.string().length() <= MAX_ID) {
      return number(parser.string());
    }
    if (value == Event.VALUE_NULL) {
      return JsonValue.NULL;
    }
    throw invalid("The id is neither a short string nor a number");
  }

  private JsonValue number(String text) throws MalformedMessageException {
    try {
      return provider.createValue(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw invalid("The id is not a whole number");
    }
  }

  private String readMethod(Event value) throws MalformedMessageException {
    if (value != Event.VALUE_STRING || parser.string().isEmpty()) {
      throw invalid("The method is not a string");
    }
    return parser.string();
  }

  private RpcMessage message() throws MalformedMessageException {
    if (!versioned) {
      throw invalid("The member jsonrpc is not 2.0");
    }
    if (method.isEmpty()) {
      if (answers && id.isPresent()) {
        return new RpcMessage.Response();
      }
      throw invalid("The message has no method");
    }
    if (answers) {
      throw invalid("The message is both a request and a response");
    }
    return asked(method.get());
  }

  private RpcMessage asked(String name) throws MalformedMessageException {
    Optional<McpOperation> operation = target.operationOf(name);
    if (operation.isEmpty()) {
      throw new MalformedMessageException(
          new RpcError(
              RpcError.INVALID_PARAMS,
              "The parameters do not name what the method is about",
              id.orElse(JsonValue.NULL)));
    }
    if (id.isEmpty()) {
      return new RpcMessage.Notification(name, target, operation.get());
    }
    if (id.get().equals(JsonValue.NULL)) {
      throw invalid("The id of a request is not null");
    }
    return new RpcMessage.Request(id.get(), name, target, operation.get());
  }

  private MalformedMessageException invalid(String message) {
    return new MalformedMessageException(
        new RpcError(RpcError.INVALID_REQUEST, message, id.orElse(JsonValue.NULL)));
  }
}
