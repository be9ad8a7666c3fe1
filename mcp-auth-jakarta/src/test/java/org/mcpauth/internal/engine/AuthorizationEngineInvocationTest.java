// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.TokenExchangeException.Reason;
import org.mcpauth.internal.requirement.Requirement;

/** The second lock: the same rules at the method. */
class AuthorizationEngineInvocationTest {

  private static final String LACKS =
      ", resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\","
          + " error_description=\"The access token lacks a scope that this operation needs\"";

  private static final List<Requirement> ANY_TOKEN = List.of(new Requirement.Authenticated());

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Gate gate = new Gate("mcp.auth.scopes", "notes:read");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  @Test
  void authorizeInvocationWhenNoTokenThenRefused() {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(
            () -> engine.authorizeInvocation(ANY_TOKEN, Optional.empty(), Optional.empty()));
    assertThat(gate.eventNames()).containsExactly("AccessDenied NO_CREDENTIALS");
    assertThat(gate.events.get(0).correlationId()).matches("[0-9a-f]{32}");
  }

  @Test
  void authorizeInvocationWhenScopeIsMissingThenRefused() {
    Requirement both = new Requirement.Scoped(Scopes.of("a", "b"), RequiresScope.Match.ALL);
    Optional<AccessToken> token =
        proceed(engine, FakeRequest.tool("whoami").bearer(gate.token("a"))).token();

    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> engine.authorizeInvocation(List.of(both), token, Optional.of(TRACE)))
        .satisfies(e -> assertThat(e.required()).containsExactly("a", "b"));
    assertThat(gate.events.get(gate.events.size() - 1).correlationId()).isEqualTo(TRACE);
    engine.authorizeInvocation(ANY_TOKEN, token, Optional.of(TRACE));
  }

  @Test
  void answerWhenInvocationWasRefusedThenSameAsBeforeDispatch() {
    FakeRequest request = FakeRequest.tool("whoami").header("Origin", "https://mcp.example.com");

    assertThat(
            engine.answer(new InsufficientScopeException(Scopes.of("a", "b")), request).headers())
        .containsEntry(
            "WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"a b\"" + LACKS)
        .containsEntry("Access-Control-Allow-Origin", "https://mcp.example.com");
    assertThat(engine.answer(new InvalidTokenException("no token"), request).headers())
        .containsEntry(
            "WWW-Authenticate",
            "Bearer scope=\"notes:read\","
                + " resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"");
    assertThat(engine.answer(new AuthorizationServerUnavailableException("down"), request).status())
        .isEqualTo(503);
    assertThat(
            engine.answer(
                new TokenExchangeException(Reason.INVALID_TARGET, "nothing for mail.example.com"),
                request))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(503))
        .satisfies(answer -> assertThat(answer.body()).doesNotContain("mail.example.com"));
  }

  @Test
  void isInRoleWhenHierarchyThenImpliedScopesToo() {
    Gate hierarchy = new Gate("mcp.auth.scope-hierarchy.\"a\"", "b");
    AuthorizationEngine broad = hierarchy.engine();
    AccessToken token =
        proceed(broad, FakeRequest.tool("x").bearer(hierarchy.token("a"))).token().orElseThrow();

    assertThat(broad.isInRole(token, "a")).isTrue();
    assertThat(broad.isInRole(token, "b")).isTrue();
    assertThat(broad.isInRole(token, "c")).isFalse();
  }

  @Test
  void isInRoleWhenTokenNamesTheRoleThenTrue() {
    Gate roles = new Gate("mcp.auth.claims.roles", "realm_access/roles");
    AuthorizationEngine engine = roles.engine();
    String text =
        roles
            .issuer
            .token(roles.clock)
            .claim("scope", "a")
            .claim("realm_access", Map.of("roles", List.of("admin", "team lead")))
            .sign();
    AccessToken token = proceed(engine, FakeRequest.tool("x").bearer(text)).token().orElseThrow();

    assertThat(engine.isInRole(token, "admin")).isTrue();
    assertThat(engine.isInRole(token, "team lead")).isTrue();
    assertThat(engine.isInRole(token, "a")).isTrue();
    assertThat(engine.isInRole(token, "Admin")).isFalse();
    assertThat(engine.isInRole(token, "")).isFalse();
  }

  /** The decision comes later; a container is told only what is certain. */
  @Test
  void identifyWhenTokenIsValidAndNotBoundThenItIsKnown() {
    String valid = gate.token("notes:read");
    String bound = gate.issuer.token(gate.clock).claim("cnf", Map.of("jkt", "x".repeat(43))).sign();

    assertThat(engine.identify(FakeRequest.get("/mcp").bearer(valid)))
        .get()
        .extracting(AccessToken::subject)
        .isEqualTo(Optional.of("alice"));
    for (FakeRequest unknown :
        List.of(
            FakeRequest.get("/mcp"),
            FakeRequest.get("/mcp").bearer("forged"),
            FakeRequest.get("/mcp").bearer(bound),
            FakeRequest.get("/mcp").bearer(valid).bearer(valid),
            FakeRequest.get("/elsewhere").bearer(valid))) {
      assertThat(engine.identify(unknown)).isEmpty();
    }
    assertThat(gate.events).isEmpty();
  }

  private static Decision.Proceed proceed(AuthorizationEngine engine, FakeRequest request) {
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    return (Decision.Proceed) decision;
  }
}
