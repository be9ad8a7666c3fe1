// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, completely read.
 *
 * @param method the method
 * @param path the decoded path, without query
 * @param query the raw query, or an empty string
 * @param headers header fields by lower-case name
 * @param body the body, at most {@link RequestReader#BODY_LIMIT} bytes
 */
public record Request(
    String method, String path, String query, Map<String, List<String>> headers, String body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  /** Copies the header fields. */
  public Request {
    headers = Map.copyOf(headers);
  }

  /**
   * The first value of a header field.
   *
   * @param name its name, in any case
   * @return the value, unless absent
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /**
   * Tells whether the body is a form.
   *
   * @return true if the content type says so
   */
  public boolean isForm() {
    return header("Content-Type")
        .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
        .filter(FORM::equals)
        .isPresent();
  }

  /**
   * The parameters of the query.
   *
   * @return values by name; never null values
   */
  public Map<String, List<String>> queryParameters() {
    return URLUtils.parseParameters(query);
  }

  /**
   * The parameters of the body.
   *
   * @return values by name; empty unless the body is a form
   */
  public Map<String, List<String>> formParameters() {
    return isForm() ? URLUtils.parseParameters(body) : Map.of();
  }

  /**
   * The value of a cookie.
   *
   * @param name its name
   * @return the value, unless absent
   */
  public Optional<String> cookie(String name) {
    return headers.getOrDefault("cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split(";", -1)).stream())
        .map(String::trim)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  /**
   * The same request, its body forgotten.
   *
   * @return a new value
   */
  public Request withoutBody() {
    return new Request(method, path, query, headers, "");
  }

  /** Names no value: there may be secrets among them. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
