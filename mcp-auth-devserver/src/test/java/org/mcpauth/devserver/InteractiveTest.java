// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.REDIRECT_URI;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class InteractiveTest {

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .interactive(true)
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback")));

  private final TestClient browser = new TestClient(AUTH.server());

  @Test
  void authorizeWhenNotLoggedInThenLoginPageThatCannotBeFramedOrCached() {
    Answer page = browser.authorize();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("id=\"username\"", "id=\"password\"", "id=\"login\"")
        .doesNotContain("<script");
    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'", "default-src 'none'")
        .doesNotContain("form-action");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void consentWhenApprovedThenWholeFlowWorksForThatUser() throws Exception {
    Answer consent = logIn(browser.authorize("scope", "a b", "resource", RESOURCE), "alice");

    assertThat(consent.body())
        .contains("id=\"approve\"", "id=\"deny\"")
        .contains("<dd id=\"client-id\">app</dd>")
        .contains("<dd id=\"resource\">" + RESOURCE + "</dd>")
        .contains("<dd id=\"redirect-host\">127.0.0.1:7777</dd>")
        .contains("name=\"scope\" value=\"a\" checked")
        .contains("name=\"scope\" value=\"b\" checked");
    Answer approved = decide(consent, "decision", "approve", "scope", "a", "scope", "b");
    assertThat(approved.status()).isEqualTo(303);
    assertThat(approved.redirected("state")).isEqualTo("the state");
    assertThat(approved.redirected("iss")).isEqualTo(AUTH.server().issuer().toString());
    Answer token = browser.redeem(String.valueOf(approved.redirected("code")));
    assertThat(token.claims().getSubject()).isEqualTo("alice");
    assertThat(token.claims().getStringClaim("scope")).isEqualTo("a b");
  }

  @Test
  void consentWhenScopeUntickedOrAddedThenOnlyTickedAndAskedForAreGranted() throws Exception {
    Answer consent = logIn(browser.authorize("scope", "a b"), "bob");

    Answer approved = decide(consent, "decision", "approve", "scope", "b", "scope", "admin");

    Answer token = browser.redeem(String.valueOf(approved.redirected("code")));
    assertThat(token.claims().getStringClaim("scope")).isEqualTo("b");
    assertThat(token.text("scope")).isEqualTo("b");
  }

  @Test
  void consentWhenDeniedThenAccessDeniedWithIssuer() {
    Answer denied = decide(logIn(browser.authorize("scope", "a"), "alice"), "decision", "deny");

    assertThat(denied.status()).isEqualTo(303);
    assertThat(denied.header("Location")).startsWith(REDIRECT_URI);
    assertThat(denied.redirected("error")).isEqualTo("access_denied");
    assertThat(denied.redirected("iss")).isEqualTo(AUTH.server().issuer().toString());
    assertThat(denied.redirected("code")).isNull();
  }

  @Test
  void consentWhenAllScopesUntickedThenAccessDenied() {
    Answer approved =
        decide(logIn(browser.authorize("scope", "a b"), "bob"), "decision", "approve");

    assertThat(approved.redirected("error")).isEqualTo("access_denied");
  }

  @Test
  void loginWhenPasswordWrongThenAsksAgainAndShowsNoConsent() {
    Answer page = browser.authorize();

    Answer again = submit("/login", page, "username", "alice", "password", "wrong");

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.body()).contains("role=\"alert\"").doesNotContain("id=\"approve\"");
    assertThat(submit("/login", again, "username", "alice", "password", "alice").body())
        .contains("id=\"approve\"");
  }

  @Test
  void authorizeWhenLoggedInBeforeThenConsentAtOnce() {
    logIn(browser.authorize(), "alice");

    assertThat(browser.authorize().body()).contains("id=\"approve\"");
  }

  @Test
  void loginWhenFormNotFromThisBrowserThenRefused() {
    Answer page = browser.authorize();
    TestClient attacker = new TestClient(AUTH.server());

    Answer answer = attacker.post("/login", fields(page, "username", "alice", "password", "alice"));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void consentWhenCsrfTokenWrongOrMissingThenRefusedAndNothingIsIssued() {
    Answer consent = logIn(browser.authorize("scope", "a"), "alice");
    String transaction = hidden(consent, "transaction");

    Answer wrong =
        browser.post(
            "/consent", "transaction", transaction, "csrf", "wrong", "decision", "approve");
    Answer missing = browser.post("/consent", "transaction", transaction, "decision", "approve");

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(missing.status()).isEqualTo(403);
    assertThat(wrong.header("Location")).isEmpty();
    assertThat(decide(consent, "decision", "approve").status()).isEqualTo(303);
  }

  @Test
  void consentWhenSentTwiceOrWithoutLoginThenRefused() {
    Answer login = browser.authorize();
    Answer early = browser.post("/consent", fields(login, "decision", "approve"));
    Answer consent = logIn(login, "alice");
    decide(consent, "decision", "approve");

    assertThat(early.status()).isEqualTo(403);
    assertThat(decide(consent, "decision", "approve").status()).isEqualTo(403);
  }

  @Test
  void loginWhenSucceededThenSessionIdIsNew() {
    Answer page = browser.authorize();
    Answer consent = logIn(page, "alice");

    assertThat(consent.header("Set-Cookie")).isNotEmpty();
    assertThat(consent.header("Set-Cookie")).isNotEqualTo(page.header("Set-Cookie"));
  }

  @Test
  void consentWhenClientNameAndScopesAreMarkupThenEscaped() {
    Answer registered =
        browser.postJson(
            "/register",
            """
            {"client_name":"<script>alert('1')</script>\\"","token_endpoint_auth_method":"none",
             "redirect_uris":["http://127.0.0.1/callback"]}
            """);
    Answer page =
        browser.authorizeWith(
            "response_type", "code",
            "client_id", registered.text("client_id"),
            "redirect_uri", REDIRECT_URI,
            "code_challenge", TestClient.CHALLENGE,
            "code_challenge_method", "S256",
            "resource", "urn:x:'b'",
            "scope", "<b>'&");
    Answer consent = logIn(page, "alice");

    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(consent.body())
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;")
        .contains("value=\"&lt;b&gt;&#39;&amp;\"")
        .contains("urn:x:&#39;b&#39;")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void authorizeWhenPromptNoneThenInteractionRequired() {
    assertThat(browser.authorize("prompt", "none").redirected("error"))
        .isEqualTo("interaction_required");
  }

  private Answer logIn(Answer loginPage, String user) {
    return submit("/login", loginPage, "username", user, "password", user);
  }

  private Answer decide(Answer consentPage, String... fields) {
    return submit("/consent", consentPage, fields);
  }

  private Answer submit(String path, Answer page, String... fields) {
    return browser.post(path, fields(page, fields));
  }

  private static String[] fields(Answer page, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    for (String name : List.of("transaction", "csrf")) {
      all.add(name);
      all.add(hidden(page, name));
    }
    return all.toArray(String[]::new);
  }

  private static String hidden(Answer page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(field.find()).as("hidden field %s", name).isTrue();
    return field.group(1);
  }
}
