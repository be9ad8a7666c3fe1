// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;

/** An endpoint that gives one answer, and remembers what it was asked. Thread-safe. */
final class FakeEndpoint implements HttpFetcher {

  private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();
  private volatile HttpFetcher answer = request -> new FetchedDocument(404, "");

  @Override
  public FetchedDocument send(FetchRequest request) throws IOException {
    requests.add(request);
    return answer.send(request);
  }

  FakeEndpoint answer(int status, String body) {
    return answer(
        request -> new FetchedDocument(status, Map.of("Content-Type", "application/json"), body));
  }

  FakeEndpoint answer(HttpFetcher next) {
    answer = next;
    return this;
  }

  FakeEndpoint breakDown(String reason) {
    return answer(
        request -> {
          throw new IOException(reason);
        });
  }

  List<FetchRequest> requests() {
    return requests;
  }

  FetchRequest request() {
    return requests.get(requests.size() - 1);
  }
}
