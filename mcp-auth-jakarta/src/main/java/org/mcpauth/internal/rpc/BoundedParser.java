// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

/** A pull parser that counts how deep it is. Not thread-safe. */
final class BoundedParser {

  private final JsonParser parser;
  private final int maxDepth;
  private int depth;

  BoundedParser(JsonParser parser, int maxDepth) {
    this.parser = parser;
    this.maxDepth = maxDepth;
  }

  Event next() throws MalformedMessageException {
    Event event = parser.next();
    switch (event) {
      case START_OBJECT, START_ARRAY -> {
        if (++depth > maxDepth) {
          throw new MalformedMessageException(
              RpcError.withoutId(
                  RpcError.INVALID_REQUEST,
                  "The message is nested deeper than " + maxDepth + " levels"));
        }
      }
      case END_OBJECT, END_ARRAY -> depth--;
      case KEY_NAME, VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
    }
    return event;
  }

  /** Passes over the rest of a value whose first event was read. */
  void skip(Event first) throws MalformedMessageException {
    if (first == Event.START_OBJECT || first == Event.START_ARRAY) {
      int outer = depth - 1;
      while (depth > outer) {
        next();
      }
    }
  }

  String string() {
    return parser.getString();
  }

  boolean isAtEnd() {
    return !parser.hasNext();
  }
}
