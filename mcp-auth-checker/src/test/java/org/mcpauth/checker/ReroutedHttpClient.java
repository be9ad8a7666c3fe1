// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Sends everything to one server; scheme and host become the first parts of the path. */
final class ReroutedHttpClient extends HttpClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;

  ReroutedHttpClient(URI target) {
    this.target = target;
  }

  /** What a request was for. */
  static String original(URI rerouted) {
    String[] parts = rerouted.toString().substring(1).split("/", 3);
    return parts[0] + "://" + parts[1] + "/" + parts[2];
  }

  private HttpRequest reroute(HttpRequest request) {
    URI uri = request.uri();
    URI there =
        URI.create(target + "/" + uri.getScheme() + "/" + uri.getRawAuthority() + uri.getRawPath());
    return HttpRequest.newBuilder(request, (name, value) -> true).uri(there).build();
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(reroute(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return client.sendAsync(reroute(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
    return client.sendAsync(reroute(request), handler, pushes);
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
