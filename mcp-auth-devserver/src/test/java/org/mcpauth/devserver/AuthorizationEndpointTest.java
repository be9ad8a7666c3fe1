// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.CHALLENGE;
import static org.mcpauth.devserver.TestClient.REDIRECT_URI;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class AuthorizationEndpointTest {

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback"))
                  .client(
                      DevClient.publicClient("web")
                          .redirectUri("https://client.example/cb", "https://client.example/2")));

  private final TestClient client = new TestClient(AUTH.server());

  @Test
  void authorizeWhenValidThenRedirectsWithCodeStateAndIssuer() {
    Answer answer = client.authorize("scope", "notes:read", "resource", RESOURCE);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith(REDIRECT_URI + "?");
    assertThat(answer.redirected("state")).isEqualTo("the state");
    assertThat(answer.redirected("iss")).isEqualTo(AUTH.server().issuer().toString());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  /** RFC 8252 §7.3: only the port of a loopback redirect URI is free. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:7777/callback/",
        "http://127.0.0.1:7777/callback?x=1",
        "http://localhost:7777/callback",
        "https://127.0.0.1:7777/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://127.0.0.1@evil.example/callback",
        "http://user@127.0.0.1/callback",
        "http://127.0.0.1:7777/callback#f",
        "https://evil.example/callback",
        "::not a uri::"
      })
  void authorizeWhenRedirectUriDiffersThenPageAndNoRedirect(String redirectUri) {
    Answer answer =
        client.authorizeWith(
            "response_type", "code",
            "client_id", "app",
            "redirect_uri", redirectUri,
            "code_challenge", CHALLENGE,
            "code_challenge_method", "S256");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).doesNotContain("evil.example");
  }

  @Test
  void authorizeWhenRedirectUriIsLeftOutThenOnlyAnUnambiguousOneIsUsed() {
    String[] pkce = {"code_challenge", CHALLENGE, "code_challenge_method", "S256"};

    Answer one = client.authorizeWith(concat(pkce, "client_id", "app", "response_type", "code"));
    Answer two = client.authorizeWith(concat(pkce, "client_id", "web", "response_type", "code"));

    assertThat(one.header("Location")).startsWith("http://127.0.0.1/callback?");
    assertThat(two.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "client_id=unknown", "client_id=app&client_id=app", "client_id="})
  void authorizeWhenClientUnknownThenPageAndNoRedirect(String query) {
    Answer answer = client.get("/authorize?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
  }

  /** What is wrong after the redirect URI was found good is told to the client, with iss. */
  @ParameterizedTest
  @CsvSource({
    "response_type=token, unsupported_response_type",
    "response_type=code, invalid_request",
    "response_type=code&code_challenge=abc&code_challenge_method=plain, invalid_request",
    "response_type=code&code_challenge=" + "%s" + ", invalid_request",
    "response_type=code&code_challenge=short&code_challenge_method=S256, invalid_request",
    "response_type=code&code_challenge=%s&code_challenge_method=S256&resource=relative,"
        + " invalid_target",
    "response_type=code&code_challenge=%s&code_challenge_method=S256"
        + "&resource=https://a.example/%%23f, invalid_target",
    "response_type=code&code_challenge=%s&code_challenge_method=S256&scope=a%%22b, invalid_scope",
    "response_type=code&code_challenge=%s&code_challenge_method=S256&scope=a&scope=b,"
        + " invalid_request",
    "response_type=code&code_challenge=%s&code_challenge_method=S256&response_mode=fragment,"
        + " invalid_request",
    "response_type=code&request=eyJ, request_not_supported"
  })
  void authorizeWhenRequestBadThenRedirectsErrorWithIssuer(String query, String error) {
    String bad = query.contains("%s") ? query.formatted(CHALLENGE) : query;
    Answer answer =
        client.get("/authorize?client_id=app&redirect_uri=" + REDIRECT_URI + "&state=s&" + bad);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith(REDIRECT_URI);
    assertThat(answer.redirected("error")).isEqualTo(error);
    assertThat(answer.redirected("state")).isEqualTo("s");
    assertThat(answer.redirected("iss")).isEqualTo(AUTH.server().issuer().toString());
    assertThat(answer.redirected("code")).isNull();
  }

  @Test
  void authorizeWhenPostedThenMethodNotAllowed() {
    Answer answer = client.post("/authorize", "client_id", "app");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
  }

  private static String[] concat(String[] head, String... tail) {
    return Stream.of(List.of(head), List.of(tail)).flatMap(List::stream).toArray(String[]::new);
  }
}
