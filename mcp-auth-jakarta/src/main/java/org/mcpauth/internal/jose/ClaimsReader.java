// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mcpauth.InvalidTokenException;

/**
 * Reads the claims of a JWT: one JSON object in UTF-8 (RFC 7519 §7.2). A name that occurs twice is
 * refused (RFC 7519 §4), at every level. The JOSE library can read them too, but takes 32 KB for
 * it.
 */
public final class ClaimsReader {

  /** What is nested deeper means nothing to anybody, and could exhaust the stack. */
  public static final int MAX_DEPTH = 64;

  /** Looked up once: every look-up searches the class path. */
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  /** Stands for a member whose name occurs twice, so that nobody takes one of its values. */
  static final Object AMBIGUOUS = new Object();

  private final JsonParser parser;
  private final boolean strict;

  private ClaimsReader(JsonParser parser, boolean strict) {
    this.parser = parser;
    this.strict = strict;
  }

  /**
   * Reads claims.
   *
   * @param json what was signed
   * @return strings, booleans, nulls, {@link Long}s, {@link Double}s, lists and maps
   * @throws InvalidTokenException if they are nested too deep
   * @throws CharacterCodingException if this is not UTF-8
   * @throws RuntimeException if this is not a JSON object: whatever the parser throws
   */
  public static Map<String, Object> read(byte[] json) throws CharacterCodingException {
    return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)), true);
  }

  /**
   * Reads a JSON object of which one bad member must not spoil the others, such as a key set: a
   * name that occurs twice has the value {@link #AMBIGUOUS}, and a number may have any size.
   *
   * @throws RuntimeException if this is not a JSON object: whatever the parser throws
   */
  static Map<String, Object> readLeniently(String json) {
    return read(CharBuffer.wrap(json.toCharArray()), false);
  }

  private static Map<String, Object> read(CharBuffer text, boolean strict) {
    var reader = new CharArrayReader(text.array(), text.arrayOffset(), text.remaining());
    try (JsonParser parser = PARSERS.createParser(reader)) {
      if (parser.next() != Event.START_OBJECT) {
        throw notOneObject(parser);
      }
      Map<String, Object> claims = new ClaimsReader(parser, strict).object(1);
      if (parser.hasNext()) {
        throw notOneObject(parser);
      }
      return claims;
    }
  }

  /**
   * The refusal of claims that are nested too deep.
   *
   * @return the exception to throw
   */
  public static InvalidTokenException nestedTooDeep() {
    return new InvalidTokenException("The claims of the access token are nested too deep");
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      boolean twice = members.containsKey(name);
      if (twice && strict) {
        throw new JsonParsingException("a name occurs twice", parser.getLocation());
      }
      Object value = value(parser.next(), depth);
      members.put(name, twice ? AMBIGUOUS : value);
    }
    return members;
  }

  private List<Object> array(int depth) {
    List<Object> items = new ArrayList<>();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      items.add(value(event, depth));
    }
    return items;
  }

  private @Nullable Object value(Event event, int depth) {
    return switch (event) {
      case START_OBJECT -> object(deeper(depth));
      case START_ARRAY -> array(deeper(depth));
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER -> number(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw notOneObject(parser);
    };
  }

  /** Whoever sends a token decides about its depth, before anything of it is verified. */
  private static int deeper(int depth) {
    if (depth >= MAX_DEPTH) {
      throw nestedTooDeep();
    }
    return depth + 1;
  }

  /** What has a fraction or an exponent is a {@link Double}; whole numbers have to fit a long. */
  private Object number(String text) {
    if (strict && isWhole(text)) {
      return Long.valueOf(text);
    }
    return Double.valueOf(text);
  }

  private static boolean isWhole(String text) {
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
  }

  private static JsonParsingException notOneObject(JsonParser parser) {
    return new JsonParsingException("not one JSON object", parser.getLocation());
  }
}
