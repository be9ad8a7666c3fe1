// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mcpauth.internal.issuer.TestIssuer;

/** A little web: documents at addresses, and a record of who was asked. Thread-safe. */
public final class FakeHttpFetcher implements HttpFetcher {

  private static final FetchedDocument NOT_FOUND = new FetchedDocument(404, "nothing here");

  private final Map<URI, HttpFetcher> documents = new ConcurrentHashMap<>();
  private final List<URI> calls = new CopyOnWriteArrayList<>();

  @Override
  public FetchedDocument send(FetchRequest request) throws IOException {
    calls.add(request.uri());
    return documents.getOrDefault(request.uri(), r -> NOT_FOUND).send(request);
  }

  public FakeHttpFetcher serve(String uri, String body) {
    return serve(uri, 200, body);
  }

  public FakeHttpFetcher serve(String uri, int status, String body) {
    return serve(uri, u -> new FetchedDocument(status, body));
  }

  public FakeHttpFetcher serve(String uri, HttpFetcher answer) {
    documents.put(URI.create(uri), answer);
    return this;
  }

  public FakeHttpFetcher breakDown(String uri) {
    return serve(
        uri,
        u -> {
          throw new IOException("connection refused");
        });
  }

  /** Publishes the metadata (RFC 8414) and the keys of an issuer. */
  public FakeHttpFetcher publish(TestIssuer issuer) {
    serve(issuer.metadataUri(), issuer.metadata());
    return serve(issuer.jwksUri(), issuer.jwks());
  }

  public void breakDown(TestIssuer issuer) {
    breakDown(issuer.metadataUri());
    breakDown(issuer.jwksUri());
  }

  /** Every address that was asked, in order. */
  public List<String> calls() {
    return calls.stream().map(URI::toString).toList();
  }

  public long calls(String uri) {
    return calls().stream().filter(uri::equals).count();
  }
}
