// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A request that may be as wrong as it likes: nothing is normalized, and a header may be there
 * several times. Immutable.
 *
 * @param method any token
 * @param target path and query, exactly as they are sent
 * @param headers in the order in which they are sent; what belongs to the connection is added
 * @param body empty for none
 */
public record HttpCall(String method, String target, List<Header> headers, Body body) {

  /**
   * A header line.
   *
   * @param name its name
   * @param value its value
   */
  public record Header(String name, String value) {}

  /** Copies the list. */
  public HttpCall {
    headers = List.copyOf(headers);
  }

  /**
   * Another method.
   *
   * @param other any token
   * @return a new call
   */
  public HttpCall method(String other) {
    return new HttpCall(other, target, headers, body);
  }

  /**
   * Another path, without a query unless it says so.
   *
   * @param other exactly as it is sent
   * @return a new call
   */
  public HttpCall target(String other) {
    return new HttpCall(method, other, headers, body);
  }

  /**
   * With one more header, also if there is one of that name.
   *
   * @param name its name
   * @param value its value
   * @return a new call
   */
  public HttpCall adding(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpCall(method, target, more, body);
  }

  /**
   * With this header in place of all of that name.
   *
   * @param name its name
   * @param value its value
   * @return a new call
   */
  public HttpCall with(String name, String value) {
    return without(name).adding(name, value);
  }

  /**
   * Without any header of a name.
   *
   * @param name in any case
   * @return a new call
   */
  public HttpCall without(String name) {
    Predicate<Header> same = header -> header.name().equalsIgnoreCase(name);
    return new HttpCall(method, target, headers.stream().filter(same.negate()).toList(), body);
  }

  /**
   * With a credential (RFC 6750 §2.1).
   *
   * @param token an access token
   * @return a new call
   */
  public HttpCall bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /**
   * Another body.
   *
   * @param bytes sent as they are
   * @return a new call
   */
  public HttpCall body(byte[] bytes) {
    return new HttpCall(method, target, headers, Body.of(bytes));
  }

  /**
   * Another body.
   *
   * @param text sent in UTF-8
   * @return a new call
   */
  public HttpCall body(String text) {
    return new HttpCall(method, target, headers, Body.of(text));
  }

  /**
   * The first header of a name.
   *
   * @param name in any case
   * @return its value; empty if there is none
   */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Says what was sent, but no token. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method + " " + target.replaceAll("=ey[^&]*", "=..."));
    for (Header header : headers) {
      String value = header.value().length() > 80 ? "..." : header.value();
      boolean secret = header.name().equalsIgnoreCase("Authorization");
      text.append("\n  ").append(header.name()).append(": ").append(secret ? "..." : value);
    }
    return text.toString();
  }
}
