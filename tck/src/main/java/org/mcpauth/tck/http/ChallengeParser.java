// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The grammar of RFC 9110 §11.2 to §11.6, for one header line. */
final class ChallengeParser {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final String TOKEN68_MARKS = "-._~+/";
  private static final char END = '\0';

  private final String text;
  private int at;

  ChallengeParser(String text) {
    this.text = text;
  }

  List<Challenge> parse() throws ChallengeSyntaxException {
    List<Challenge> challenges = new ArrayList<>();
    skipListSeparators();
    while (at < text.length()) {
      challenges.add(challenge());
      skipListSeparators();
    }
    return challenges;
  }

  private Challenge challenge() throws ChallengeSyntaxException {
    String scheme = token();
    Map<String, String> parameters = new LinkedHashMap<>();
    if (peek() != ' ') {
      return new Challenge(scheme, parameters);
    }
    skip(" ");
    if (isToken68()) {
      parameters.put("", token68());
      return new Challenge(scheme, parameters);
    }
    while (isParameter()) {
      parameter(parameters);
      skip(" \t");
      if (peek() != ',') {
        break;
      }
      int mark = at;
      skipListSeparators();
      if (!isParameter()) {
        at = mark; // what comes is the next challenge, or nothing
        break;
      }
    }
    skip(" \t");
    if (peek() != END && peek() != ',') {
      throw fault("unexpected character");
    }
    return new Challenge(scheme, parameters);
  }

  private void parameter(Map<String, String> parameters) throws ChallengeSyntaxException {
    String name = token().toLowerCase(Locale.ROOT);
    skip(" \t");
    expect('=');
    skip(" \t");
    String value = peek() == '"' ? quoted() : token();
    if (parameters.put(name, value) != null) {
      throw fault("the parameter " + name + " is there twice");
    }
    if (peek() != END && peek() != ',' && peek() != ' ' && peek() != '\t') {
      throw fault("a comma is missing");
    }
  }

  /** Looks ahead: a token, then an equals sign that does not end a token68. */
  private boolean isParameter() {
    int ahead = at;
    while (ahead < text.length() && isTokenChar(text.charAt(ahead))) {
      ahead++;
    }
    int name = ahead;
    while (ahead < text.length() && " \t".indexOf(text.charAt(ahead)) >= 0) {
      ahead++;
    }
    return name > at && ahead < text.length() && text.charAt(ahead) == '=';
  }

  private boolean isToken68() {
    int ahead = at;
    while (ahead < text.length() && isToken68Char(text.charAt(ahead))) {
      ahead++;
    }
    boolean some = ahead > at;
    while (ahead < text.length() && text.charAt(ahead) == '=') {
      ahead++;
    }
    while (ahead < text.length() && " \t".indexOf(text.charAt(ahead)) >= 0) {
      ahead++;
    }
    return some && (ahead == text.length() || text.charAt(ahead) == ',');
  }

  private String token68() {
    int start = at;
    while (isToken68Char(peek()) || peek() == '=') {
      at++;
    }
    return text.substring(start, at);
  }

  private String token() throws ChallengeSyntaxException {
    int start = at;
    while (isTokenChar(peek())) {
      at++;
    }
    if (at == start) {
      throw fault("a token is missing");
    }
    return text.substring(start, at);
  }

  private String quoted() throws ChallengeSyntaxException {
    StringBuilder value = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      char c = peek();
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw fault("a quoted string does not end, or holds a control character");
      }
      value.append(c);
      at++;
    }
    expect('"');
    return value.toString();
  }

  private void skipListSeparators() {
    skip(" \t,");
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) throws ChallengeSyntaxException {
    if (peek() != c) {
      throw fault("expected " + c);
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static boolean isTokenChar(char c) {
    return isAlphanumeric(c) || (c != END && TOKEN_MARKS.indexOf(c) >= 0);
  }

  private static boolean isToken68Char(char c) {
    return isAlphanumeric(c) || (c != END && TOKEN68_MARKS.indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private ChallengeSyntaxException fault(String fault) {
    return new ChallengeSyntaxException(fault, text, at);
  }
}
