// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What an OAuth client sends, over real HTTP, with cookies and without following redirects. */
final class TestClient {

  static final String REDIRECT_URI = "http://127.0.0.1:7777/callback";
  static final String RESOURCE = "http://localhost:8080/mcp";
  static final CodeVerifier VERIFIER =
      new CodeVerifier("abcdefghijklmnopqrstuvwxyz0123456789abcdefghijk");
  static final String CHALLENGE =
      CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue();

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final DevAuthorizationServer server;

  TestClient(DevAuthorizationServer server) {
    this.server = server;
  }

  URI at(String path) {
    return URI.create(server.issuer() + path);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** Names and values in turn. */
  Answer post(String path, String... parameters) {
    return send(form(path, parameters));
  }

  Answer postAs(String id, String secret, String path, String... parameters) {
    return send(form(path, parameters).header("Authorization", basic(id, secret)));
  }

  Answer postJson(String path, String json) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder form(String path, String... parameters) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encode(parameters)));
  }

  static String basic(String id, String secret) {
    byte[] credentials = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** A valid authorization request of the public client "app", and what is added to it. */
  Answer authorize(String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "response_type", "code",
                "client_id", "app",
                "redirect_uri", REDIRECT_URI,
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256",
                "state", "the state"));
    parameters.addAll(List.of(more));
    return authorizeWith(parameters.toArray(String[]::new));
  }

  Answer authorizeWith(String... parameters) {
    return get("/authorize?" + encode(parameters));
  }

  String code(String... more) {
    return String.valueOf(authorize(more).redirected("code"));
  }

  Answer redeem(String code, String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "app",
                "code",
                code,
                "redirect_uri",
                REDIRECT_URI,
                "code_verifier",
                VERIFIER.getValue()));
    parameters.addAll(List.of(more));
    return post("/token", parameters.toArray(String[]::new));
  }

  Answer refresh(String refreshToken, String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "grant_type", "refresh_token", "client_id", "app", "refresh_token", refreshToken));
    parameters.addAll(List.of(more));
    return post("/token", parameters.toArray(String[]::new));
  }

  Answer introspect(String token) {
    return postAs("dev", "dev", "/introspect", "token", token);
  }

  static String encode(String... parameters) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      encoded
          .append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return encoded.toString();
  }
}
