// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Operation;

/** How another service is called for a caller (RFC 8693 §2.3). */
public class OnBehalfRules {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI issuer;

  public OnBehalfRules(URI issuer) {
    this.issuer = issuer;
  }

  /** The answer to who wants the service called. */
  public Optional<Answer> answer(Request request, Message message) {
    if (!message.operation().name().equals(Operation.ON_BEHALF.name())) {
      return Optional.empty();
    }
    JsonObject arguments =
        Objects.requireNonNull(message.operation().params().getJsonObject("arguments"));
    String token =
        request.header("Authorization").orElseThrow().substring("Bearer ".length()).strip();
    return Optional.of(answer(message, URI.create(arguments.getString("url")), token));
  }

  private Answer answer(Message message, URI service, String token) {
    try {
      String text = send(call(service, token)).body();
      return Tools.answer(message, Tools.content(text).build());
    } catch (IOException e) {
      return Tools.answer(message, Tools.content("no token").add("isError", true).build());
    }
  }

  /** The request to the service. */
  public HttpRequest call(URI service, String token) throws IOException {
    return HttpRequest.newBuilder(service)
        .header("Authorization", "Bearer " + exchanged(service, token))
        .build();
  }

  /** The token that there is for a caller's. */
  public String exchanged(URI service, String token) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("subject_token", token);
    form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
    form.put("resource", service.toString());
    String client = Issuer.RESOURCE_CLIENT_ID + ":" + Issuer.RESOURCE_CLIENT_SECRET;
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build());
    try {
      return JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "access_token");
    } catch (ParseException e) {
      throw new IOException("no token", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
