// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mcpauth.internal.http.FetchRequest;

/** Writes the requests that ask about a token, or for one. */
public final class TokenRequests {

  /** Looked up once: every look-up searches the class path. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private TokenRequests() {}

  /**
   * A form; what the credentials add wins, so that no parameter can take its place.
   *
   * @param uri where
   * @param accept the media type of the answer
   * @param parameters the parameters
   * @param credentials who asks
   * @return the request
   */
  public static FetchRequest form(
      URI uri, String accept, Map<String, String> parameters, ClientCredentials credentials) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.putAll(credentials.parameters());
    String body =
        all.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return post(uri, accept, "application/x-www-form-urlencoded", credentials, body);
  }

  /** A JSON object; credentials that belong into a body become members. */
  static FetchRequest json(
      URI uri, String accept, Map<String, String> members, ClientCredentials credentials) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    members.forEach(object::add);
    credentials.parameters().forEach(object::add);
    return post(uri, accept, "application/json", credentials, object.build().toString());
  }

  /** The token itself as the credentials of the request (RFC 6750 §2.1). */
  static FetchRequest bearer(URI uri, String accept, String token) {
    return new FetchRequest(
        "GET", uri, Map.of("Accept", accept, "Authorization", "Bearer " + token), "");
  }

  private static FetchRequest post(
      URI uri, String accept, String contentType, ClientCredentials credentials, String body) {
    Map<String, String> headers = new LinkedHashMap<>(credentials.headers());
    headers.put("Accept", accept);
    headers.put("Content-Type", contentType);
    return new FetchRequest("POST", uri, headers, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
