// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.json;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Reads JSON of others: bounded in depth, and with one meaning only. Thread-safe. */
public final class JsonReading {

  private static final int DEEPEST = 32;
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonReading() {}

  /**
   * Reads an object.
   *
   * @param text JSON, already bounded in size
   * @return an object
   * @throws UnreadableJsonException if it is something else; the message says what, without content
   */
  public static JsonObject object(String text) throws UnreadableJsonException {
    try {
      inspect(text);
      try (var reader = PROVIDER.createReader(new StringReader(text))) {
        return reader.readObject();
      }
    } catch (JsonException | IllegalStateException | NumberFormatException e) {
      throw new UnreadableJsonException(
          looksLikeMarkup(text) ? "a page, not JSON" : "not a JSON object");
    } catch (RuntimeException e) {
      // Parsers have exceptions of their own, for numbers that are too long for example.
      throw new UnreadableJsonException("not a JSON object");
    }
  }

  private static boolean looksLikeMarkup(String text) {
    return text.stripLeading().startsWith("<");
  }

  /** Before anything is built: what is nested too deep would exhaust the stack. */
  private static void inspect(String text) throws UnreadableJsonException {
    Deque<Set<String>> names = new ArrayDeque<>();
    try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        Event event = parser.next();
        switch (event) {
          case START_OBJECT, START_ARRAY -> {
            names.push(new HashSet<>());
            if (names.size() > DEEPEST) {
              throw new UnreadableJsonException("JSON nested deeper than " + DEEPEST);
            }
          }
          case END_OBJECT, END_ARRAY -> names.pop();
          case KEY_NAME -> {
            if (!names.element().add(parser.getString())) {
              throw new UnreadableJsonException("JSON with the same member twice");
            }
          }
          default -> {}
        }
      }
    }
  }
}
