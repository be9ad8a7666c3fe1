// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One HTTP response.
 *
 * @param status the status code
 * @param headers header fields by name
 * @param body the body, may be empty
 */
public record Response(int status, Map<String, String> headers, String body) {

  /** Copies the header fields. */
  public Response {
    headers = Map.copyOf(headers);
  }

  /**
   * A JSON response that nobody may cache.
   *
   * @param status the status code
   * @param json the document
   * @return the response
   */
  public static Response json(int status, String json) {
    return uncached(status, "application/json", json);
  }

  /**
   * A response that nobody may cache.
   *
   * @param status the status code
   * @param contentType the media type of the body
   * @param body the body
   * @return the response
   */
  public static Response uncached(int status, String contentType, String body) {
    return new Response(
        status,
        Map.of(
            "Content-Type", contentType,
            "Cache-Control", "no-store",
            "Pragma", "no-cache",
            "X-Content-Type-Options", "nosniff"),
        body);
  }

  /**
   * A public JSON document: caching is neither forbidden nor prescribed.
   *
   * @param json the document
   * @return the response
   */
  public static Response document(String json) {
    return new Response(
        200, Map.of("Content-Type", "application/json", "X-Content-Type-Options", "nosniff"), json);
  }

  /**
   * A response without body.
   *
   * @param status the status code
   * @return the response
   */
  public static Response empty(int status) {
    return new Response(status, Map.of("Cache-Control", "no-store"), "");
  }

  /**
   * An error in the format of RFC 6749 §5.2.
   *
   * @param status the status code
   * @param error an OAuth error code
   * @param description a fixed text, without quotes and backslashes
   * @return the response
   */
  public static Response error(int status, String error, String description) {
    String json = "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description);
    return json(status, json);
  }

  /**
   * A redirect that leaks neither to caches nor by {@code Referer}.
   *
   * @param status 302 after GET, 303 after POST
   * @param location where to
   * @return the response
   */
  public static Response redirect(int status, URI location) {
    return new Response(
        status,
        Map.of(
            "Location", location.toString(),
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer"),
        "");
  }

  /**
   * The same response with one more header field, or with another value of one.
   *
   * @param name its name, in any case
   * @param value its value
   * @return a new response
   */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, value);
    return new Response(status, more, body);
  }

  /**
   * The same response with another body.
   *
   * @param change makes the new body of the old one
   * @return a new response
   */
  public Response withBody(UnaryOperator<String> change) {
    return new Response(status, headers, change.apply(body));
  }
}
