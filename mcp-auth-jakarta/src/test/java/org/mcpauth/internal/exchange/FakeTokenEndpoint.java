// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;

/** A token endpoint that remembers what it was asked for. Thread-safe. */
final class FakeTokenEndpoint implements HttpFetcher {

  private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();
  private volatile HttpFetcher answer =
      request ->
          new FetchedDocument(200, token("exchanged-for-" + form(request).get("subject_token")));

  @Override
  public FetchedDocument send(FetchRequest request) throws IOException {
    requests.add(request);
    return answer.send(request);
  }

  void answer(int status, String body) {
    answer(request -> new FetchedDocument(status, body));
  }

  void answer(HttpFetcher next) {
    answer = next;
  }

  int count() {
    return requests.size();
  }

  FetchRequest request() {
    return requests.get(requests.size() - 1);
  }

  /** The parameters of the last request, in alphabetical order. */
  Map<String, String> form() {
    return form(request());
  }

  static Map<String, String> form(FetchRequest request) {
    return Arrays.stream(request.body().split("&"))
        .map(parameter -> parameter.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (a, b) -> a + " and " + b,
                TreeMap::new));
  }

  static String token(String token) {
    return members(token, "\"expires_in\":60");
  }

  /** What RFC 8693 §2.2.1 requires, and something else. */
  static String members(String token, String more) {
    return "{\"access_token\":\""
        + token
        + "\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\","
        + "\"token_type\":\"Bearer\""
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }
}
