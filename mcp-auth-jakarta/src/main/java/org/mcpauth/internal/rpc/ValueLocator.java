// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/**
 * Finds where in a text of JSON a value stands, so that it can be replaced without writing anew
 * what is around it. The text was read before and is known to be valid. Used once, by one thread.
 */
final class ValueLocator {

  private static final String WHITE_SPACE = " \t\r\n";
  private static final String AFTER_LITERAL = WHITE_SPACE + ",]}";

  private final String text;
  private final JsonProvider provider;
  private int at;

  ValueLocator(String text, JsonProvider provider) {
    this.text = text;
    this.provider = provider;
  }

  /**
   * A part of the text.
   *
   * @param from where it begins
   * @param to where what follows begins
   */
  record Range(int from, int to) {}

  /**
   * Finds a value.
   *
   * @param path the names of the members that lead there; no object on the way has one twice
   * @throws IllegalStateException if there is none
   */
  Range find(List<String> path) {
    for (String name : path) {
      enter(name);
    }
    skipWhiteSpace();
    int from = at;
    skipValue();
    return new Range(from, at);
  }

  /** Goes to the value of a member of the object that begins here. */
  private void enter(String name) {
    skipWhiteSpace();
    at++; // the brace
    skipWhiteSpace();
    while (text.charAt(at) != '}') {
      boolean found = readName().equals(name);
      skipWhiteSpace();
      at++; // the colon
      if (found) {
        return;
      }
      skipWhiteSpace();
      skipValue();
      skipWhiteSpace();
      if (text.charAt(at) == ',') {
        at++;
        skipWhiteSpace();
      }
    }
    throw new IllegalStateException("no member " + name);
  }

  private String readName() {
    int from = at;
    skipString();
    try (JsonReader reader =
        provider.createReader(new StringReader("[" + text.substring(from, at) + "]"))) {
      return reader.readArray().getString(0);
    }
  }

  private void skipValue() {
    char first = text.charAt(at);
    if (first == '"') {
      skipString();
    } else if (first == '{' || first == '[') {
      skipStructure();
    } else {
      while (at < text.length() && AFTER_LITERAL.indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
  }

  private void skipStructure() {
    int depth = 0;
    do {
      char next = text.charAt(at);
      if (next == '"') {
        skipString();
        continue;
      }
      if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      at++;
    } while (depth > 0);
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipWhiteSpace() {
    while (WHITE_SPACE.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
