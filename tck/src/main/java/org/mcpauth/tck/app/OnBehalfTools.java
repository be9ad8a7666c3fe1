// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenExchange;

/** The tool of the fixture contract that calls another service for its caller. */
@ApplicationScoped
public class OnBehalfTools {

  static final String ON_BEHALF = "test_on_behalf";

  private final HttpClient client = HttpClient.newHttpClient();

  @Inject TokenExchange exchange;

  /** Made by the container. */
  public OnBehalfTools() {}

  /**
   * Asks a service, with a token for it.
   *
   * @param url of the service
   * @return what it answers
   */
  @RequiresScope(
      value = {},
      tool = ON_BEHALF)
  public String onBehalf(String url) {
    URI service = URI.create(url);
    String token = exchange.exchange(TokenExchange.Target.of(service)).value();
    HttpRequest request =
        HttpRequest.newBuilder(service).header("Authorization", "Bearer " + token).build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
