// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends calls to one host. Follows no redirect, keeps no cookie, repeats nothing. Thread-safe.
 * There is nothing to close that outlives the process: connections are few and idle ones are
 * dropped.
 */
public final class HttpSender {

  /** Longer than any server takes, and short enough for one that hangs to be noticed. */
  private static final Timeout PATIENCE = Timeout.of(20, TimeUnit.SECONDS);

  private static final int CONNECTIONS = 64;

  private final HttpHost host;
  private final CloseableHttpClient client;

  /**
   * Prepares to talk to a host.
   *
   * @param uri any URL on it
   */
  public HttpSender(URI uri) {
    this.host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(PATIENCE)
                    .setExpectContinueEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  /**
   * Sends a call.
   *
   * @param call the call
   * @return the reply; {@link Reply#CLOSED} if the server closed the connection instead
   * @throws UncheckedIOException if the server cannot be reached, or keeps silent for too long
   */
  public Reply send(HttpCall call) {
    BasicClassicHttpRequest request =
        new BasicClassicHttpRequest(call.method(), host, call.target());
    call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
    if (!call.body().isEmpty()) {
      request.setEntity(new InputStreamEntity(call.body().open(), call.body().length(), null));
    }
    try {
      return client.execute(host, request, response -> reply(call, response));
    } catch (NoHttpResponseException | java.net.SocketException e) {
      if (e instanceof java.net.ConnectException) {
        throw new UncheckedIOException("The server cannot be reached at " + host, e);
      }
      return new Reply(call, Reply.CLOSED, List.of(), "");
    } catch (IOException e) {
      throw new UncheckedIOException("No reply to " + call, e);
    }
  }

  private static Reply reply(HttpCall call, ClassicHttpResponse response) throws IOException {
    List<HttpCall.Header> headers =
        Arrays.stream(response.getHeaders())
            .map(header -> new HttpCall.Header(header.getName(), header.getValue()))
            .toList();
    String body = ReplyBody.read(response);
    return new Reply(call, response.getCode(), headers, body);
  }
}
