// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.TokenAccepted;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.VerifiedClaims;

/** What the application contributes: verifiers, requirements, observers, names. */
class AuthorizationEnginePartsTest {

  private static final String LACKS =
      ", resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\","
          + " error_description=\"The access token lacks a scope that this operation needs\"";

  private final Gate gate = new Gate();

  @Test
  void decideWhenProviderAddsScopesThenAllAreNeededAndNamed() {
    List<String> asked = new ArrayList<>();
    Gate dynamic =
        new Gate()
            .requiring(
                call -> {
                  asked.add(call.operation().name() + " " + call.token().getName());
                  return call.operation().name().equals("list_notes")
                      ? Scopes.of("tenant:a")
                      : Scopes.none();
                });
    AuthorizationEngine more = dynamic.engine(NotesTools.class);

    assertThat(
            AuthorizationEngineTest.header(
                more, FakeRequest.tool("list_notes").bearer(dynamic.token("notes:read"))))
        .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"notes:read tenant:a\"" + LACKS);
    assertThat(
            more.decide(
                FakeRequest.tool("list_notes").bearer(dynamic.token("notes:read tenant:a"))))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(more.decide(FakeRequest.tool("whoami").bearer(dynamic.token(""))))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(asked).containsExactly("list_notes alice", "list_notes alice", "whoami alice");
  }

  /** It can make access harder, never easier. */
  @Test
  void decideWhenProviderReturnsNoneThenAnnotationStillCounts() {
    Gate dynamic = new Gate().requiring(call -> Scopes.none());

    assertThat(
            dynamic
                .engine(NotesTools.class)
                .decide(FakeRequest.tool("add_note").bearer(dynamic.token(""))))
        .isInstanceOf(Decision.Challenged.class);
  }

  @Test
  void decideWhenProviderThrowsThenDenied() {
    Gate broken =
        new Gate()
            .requiring(
                call -> {
                  throw new IllegalStateException("the database is down");
                });
    AuthorizationEngine failing = broken.engine(NotesTools.class);
    HttpAnswer answer =
        AuthorizationEngineTest.answer(
            failing, FakeRequest.tool("whoami").bearer(broken.token("notes:read")));

    assertFailed(answer);
    assertThat(broken.eventNames()).containsExactly("TokenAccepted", "AccessDenied INTERNAL_ERROR");
  }

  @Test
  void decideWhenHierarchyThrowsThenDenied() {
    Gate broken =
        new Gate()
            .implying(
                scope -> {
                  if (scope.equals("a")) {
                    throw new IllegalStateException("broken"); // not at the start
                  }
                  return Scopes.none();
                });

    assertThat(
            broken
                .engine(NotesTools.class)
                .decide(FakeRequest.tool("whoami").bearer(broken.token("a"))))
        .isEqualTo(new Decision.Failed());
  }

  @Test
  void decideWhenApplicationVerifiesThenAudienceIsStillChecked() {
    Gate opaque = new Gate().verifying(token -> Optional.of(claims(token)));
    AuthorizationEngine custom = opaque.engine(NotesTools.class);

    assertThat(custom.decide(FakeRequest.tool("list_notes").bearer("mine")))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(
            AuthorizationEngineTest.header(custom, FakeRequest.tool("list_notes").bearer("other")))
        .isEqualTo(
            "Bearer error=\"invalid_token\","
                + " resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The access token was not issued for this resource\"");
  }

  /** LiteLLM -12773: whatever a verifier throws denies; what it says cannot break the header. */
  @Test
  void decideWhenVerifierThrowsThenDenied() {
    Gate broken =
        new Gate()
            .verifying(
                token -> {
                  throw switch (token) {
                    case "invalid" -> new InvalidTokenException("bad\r\nSet-Cookie: a=\"b\"");
                    case "down" -> new AuthorizationServerUnavailableException("down");
                    default -> new IllegalStateException("bug");
                  };
                });
    AuthorizationEngine failing = broken.engine(NotesTools.class);

    assertThat(AuthorizationEngineTest.header(failing, FakeRequest.tool("x").bearer("invalid")))
        .endsWith(", error_description=\"The access token is not valid\"")
        .doesNotContain("\r", "\n", "Set-Cookie");
    assertThat(
            AuthorizationEngineTest.answer(failing, FakeRequest.tool("x").bearer("down")).status())
        .isEqualTo(503);
    assertFailed(AuthorizationEngineTest.answer(failing, FakeRequest.tool("x").bearer("bug")));
  }

  /** Events come before the decision takes effect: who cannot be told about cannot go on. */
  @ParameterizedTest
  @ValueSource(classes = {TokenAccepted.class, AccessGranted.class, AccessDenied.class})
  void decideWhenObserverThrowsThenDenied(Class<?> event) {
    AuthorizationEngine observed =
        gate.engine(
            e -> {
              if (event.isInstance(e)) {
                throw new IllegalStateException("the audit log is full");
              }
            },
            NotesTools.class);
    String scope = event == AccessDenied.class ? "" : "notes:read";
    HttpAnswer answer =
        AuthorizationEngineTest.answer(
            observed, FakeRequest.tool("list_notes").bearer(gate.token(scope)));

    assertFailed(answer);
  }

  @Test
  void decideWhenObserverThrowsForAnonymousThenDenied() {
    Gate open = new Gate("mcp.auth.anonymous.tools", "search");
    AuthorizationEngine observed =
        open.engine(
            e -> {
              throw new IllegalStateException("the audit log is full");
            });

    assertThat(observed.decide(FakeRequest.tool("search"))).isEqualTo(new Decision.Failed());
  }

  @Test
  void assembleWhenIssuerIsWrongThenStops() {
    Gate wrong = new Gate();
    wrong.fetcher.serve(wrong.issuer.metadataUri(), "{\"issuer\":\"https://evil.example\"}");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> wrong.engine(NotesTools.class))
        .withMessageStartingWith("MCPAUTH-2002");
  }

  /** Its tokens may be opaque, and its issuers may have no keys at all. */
  @Test
  void assembleWhenApplicationVerifiesThenIssuerIsNotAsked() {
    Gate opaque = new Gate().verifying(token -> Optional.empty());
    opaque.engine(NotesTools.class);

    assertThat(opaque.fetcher.calls()).isEmpty();
  }

  @Test
  void assembleWhenNamingKnowsAnnotationThenScopesCount() throws Exception {
    Gate named =
        new Gate()
            .naming(
                method ->
                    method.getName().equals("unnamed")
                        ? Optional.of(McpOperation.tool("named"))
                        : Optional.empty());

    assertThat(
            named.engine(Unnamed.class).decide(FakeRequest.tool("named").bearer(named.token(""))))
        .isInstanceOf(Decision.Challenged.class);
  }

  @Test
  void assembleWhenContributorAddsThenMetadataHasIt() {
    Gate contributed =
        new Gate()
            .contributing(() -> Json.createObjectBuilder().add("resource_name", "Notes").build());
    AuthorizationEngine more = contributed.engine(NotesTools.class);

    assertThat(
            AuthorizationEngineTest.answer(
                    more, FakeRequest.get("/.well-known/oauth-protected-resource/mcp"))
                .body())
        .endsWith("\"bearer_methods_supported\":[\"header\"],\"resource_name\":\"Notes\"}");
  }

  /** Named by an SPI alone. */
  public static class Unnamed {

    @RequiresScope("notes:read")
    public void unnamed() {}
  }

  private VerifiedClaims claims(String token) {
    String audience = token.equals("mine") ? TestSettings.RESOURCE : "https://other.example/mcp";
    return new VerifiedClaims(
        Map.of(
            "iss",
            TestIssuer.ISSUER,
            "aud",
            audience,
            "scope",
            "notes:read",
            "exp",
            gate.clock.instant().getEpochSecond() + 60));
  }

  private static void assertFailed(HttpAnswer answer) {
    assertThat(answer)
        .isEqualTo(
            new HttpAnswer(
                500,
                Map.of("Cache-Control", "no-store", "Content-Type", "application/json"),
                "{\"error\":\"server_error\","
                    + "\"error_description\":\"The request could not be authorized\"}"));
  }
}
