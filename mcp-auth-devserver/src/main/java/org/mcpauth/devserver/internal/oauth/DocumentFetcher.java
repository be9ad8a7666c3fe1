// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mcpauth.devserver.internal.http.LoopbackHost;

/**
 * Fetches client metadata documents: bounded in size and time, without redirects.
 *
 * <p>Loopback hosts over http or https, where certificates are not verified; other hosts only when
 * that was asked for, then https with full verification, and never at private addresses.
 */
final class DocumentFetcher {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final boolean remoteAllowed;
  private final HttpClient loopback = LoopbackTrust.httpClient(TIMEOUT);
  private final HttpClient remote =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  DocumentFetcher(boolean remoteAllowed) {
    this.remoteAllowed = remoteAllowed;
  }

  String fetch(URI address) throws GeneralException {
    boolean here = LoopbackHost.isLoopback(address.getHost());
    if (!here) {
      refuseUnlessPublic(address);
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .build();
    HttpResponse<byte[]> response = send(here ? loopback : remote, request);
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() != 200 || !isJson(type)) {
      throw refusal("the client metadata document is not answered with 200 and JSON");
    }
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request)
      throws GeneralException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new LimitedBody());
    try {
      // The client's own timeout ends with the header; this one includes the body.
      return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw refusal("the client metadata document cannot be fetched");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw refusal("interrupted while fetching the client metadata document");
    }
  }

  private void refuseUnlessPublic(URI address) throws GeneralException {
    if (!remoteAllowed || !"https".equals(address.getScheme())) {
      throw refusal("client metadata documents are fetched from loopback hosts only");
    }
    try {
      if (Stream.of(InetAddress.getAllByName(address.getHost())).anyMatch(this::isInternal)) {
        throw refusal("the client metadata document is at a private address");
      }
    } catch (UnknownHostException e) {
      throw refusal("the host of the client metadata document is unknown");
    }
  }

  private boolean isInternal(InetAddress address) {
    boolean uniqueLocalV6 =
        address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC;
    return uniqueLocalV6
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  private static boolean isJson(String type) {
    String mediaType = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return mediaType.equals("application/json")
        || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
  }

  private static GeneralException refusal(String description) {
    return Messages.refusal(OAuth2Error.INVALID_CLIENT, description);
  }
}
