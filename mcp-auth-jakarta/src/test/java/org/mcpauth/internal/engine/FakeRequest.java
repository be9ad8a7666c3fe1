// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request to {@code /mcp} of an application at the root, until something else is said. */
public final class FakeRequest implements HttpRequestView {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final AtomicBoolean read = new AtomicBoolean();
  private final String method;
  private String path = "/mcp";
  private String contextPath = "";
  private Optional<String> query = Optional.empty();
  private byte[] body = {};
  private long announced = -1;
  private Optional<X509Certificate> certificate = Optional.empty();

  public FakeRequest(String method) {
    this.method = method;
  }

  public static FakeRequest get(String path) {
    return new FakeRequest("GET").path(path);
  }

  public static FakeRequest post(String message) {
    FakeRequest request = new FakeRequest("POST").header("Content-Type", "application/json");
    request.body = message.getBytes(StandardCharsets.UTF_8);
    return request;
  }

  public static FakeRequest tool(String name) {
    return rpc("tools/call", "{\"name\":\"" + name + "\",\"arguments\":{}}");
  }

  public static FakeRequest rpc(String rpcMethod, String params) {
    return post(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + rpcMethod
            + "\",\"params\":"
            + params
            + "}");
  }

  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    return this;
  }

  public FakeRequest certificate(X509Certificate shown) {
    certificate = Optional.of(shown);
    return this;
  }

  public FakeRequest without(String name) {
    headers.remove(name);
    return this;
  }

  public FakeRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public FakeRequest path(String value) {
    path = value;
    return this;
  }

  FakeRequest contextPath(String value) {
    contextPath = value;
    return this;
  }

  public FakeRequest query(String value) {
    query = Optional.of(value);
    return this;
  }

  public FakeRequest announcing(long length) {
    announced = length;
    return this;
  }

  public boolean wasRead() {
    return read.get();
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String contextPath() {
    return contextPath;
  }

  @Override
  public Optional<String> query() {
    return query;
  }

  @Override
  public List<String> headers(String name) {
    return List.copyOf(headers.getOrDefault(name, List.of()));
  }

  @Override
  public long contentLength() {
    return announced;
  }

  @Override
  public Optional<X509Certificate> clientCertificate() {
    return certificate;
  }

  @Override
  public InputStream body() throws IOException {
    if (read.getAndSet(true)) {
      throw new IOException("a body can be read once");
    }
    return new ByteArrayInputStream(body);
  }
}
