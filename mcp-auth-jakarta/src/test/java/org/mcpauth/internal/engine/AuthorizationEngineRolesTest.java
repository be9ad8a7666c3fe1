// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.Scopes;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.spi.RequirementProvider;

/** Roles, closed operations, user authentication, configured requirements: before dispatch. */
class AuthorizationEngineRolesTest {

  private static final String METADATA =
      "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"";
  private static final String AUTHENTICATE_AGAIN =
      "error_description=\"The operation needs another or a more recent authentication of the"
          + " user\"";

  private final Gate gate = new Gate();
  private final AuthorizationEngine engine = gate.engine(RoleNotes.class);

  private FakeRequest call(Gate at, String tool, Map<String, Object> claims) {
    TestIssuer issuer = at.issuer;
    var token = issuer.token(at.clock);
    claims.forEach(token::claim);
    return FakeRequest.tool(tool).bearer(token.sign());
  }

  private HttpAnswer answer(AuthorizationEngine at, FakeRequest request) {
    Decision decision = at.decide(request);
    assertThat(decision).isInstanceOf(Decision.Answered.class);
    return at.answer((Decision.Answered) decision, request);
  }

  private long now() {
    return gate.clock.instant().getEpochSecond();
  }

  /** CHAL-4: without a challenge, since no scope would help. */
  @Test
  void decideWhenRoleIsLackingThen403WithoutChallenge() {
    HttpAnswer answer = answer(engine, call(gate, "reset", Map.of("groups", List.of("user"))));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers())
        .isEqualTo(Map.of("Cache-Control", "no-store", "Content-Type", "application/json"));
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"access_denied\",\"error_description\":\"The caller may not use this"
                + " operation\"}");
    assertThat(gate.eventNames()).containsExactly("TokenAccepted", "AccessDenied FORBIDDEN");
    assertThat(engine.decide(call(gate, "reset", Map.of("groups", List.of("admin")))))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void decideWhenClosedThen403ForEverybody() {
    assertThat(answer(engine, call(gate, "never", Map.of("groups", List.of("admin")))).status())
        .isEqualTo(403);
  }

  @Test
  void decideWhenPermittedToAllThenProceedsWithoutToken() {
    assertThat(engine.decide(FakeRequest.tool("about"))).isInstanceOf(Decision.Proceed.class);
    assertThat(engine.decide(FakeRequest.tool("never"))).isInstanceOf(Decision.Challenged.class);
    assertThat(answer(engine, FakeRequest.tool("plain")).status()).isEqualTo(401);
  }

  /** RFC 9470 §3: the challenge names the scopes as well, so that one round is enough. */
  @Test
  void decideWhenAuthenticationIsTooWeakThen401NamesWhatIsNeeded() {
    HttpAnswer answer =
        answer(
            engine,
            call(gate, "wipe", Map.of("acr", "password", "auth_time", now(), "scope", "x")));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().get("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"insufficient_user_authentication\", scope=\"notes:delete x\", "
                + METADATA
                + ", acr_values=\"mfa hardware\", max_age=\"300\", "
                + AUTHENTICATE_AGAIN);
    assertThat(gate.eventNames())
        .containsExactly("TokenAccepted", "AccessDenied INSUFFICIENT_USER_AUTHENTICATION");
  }

  @Test
  void decideWhenAuthenticationIsTooOldThen401() {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of("acr", "mfa", "auth_time", now() - 301, "scope", "notes:delete"),
            Map.of("acr", "mfa", "scope", "notes:delete"))) {
      assertThat(answer(engine, call(gate, "wipe", claims)).status()).isEqualTo(401);
    }
    assertThat(
            engine.decide(
                call(
                    gate,
                    "wipe",
                    Map.of("acr", "mfa", "auth_time", now() - 300, "scope", "notes:delete"))))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void decideWhenOnlyTheScopeIsLackingThen403() {
    HttpAnswer answer =
        answer(engine, call(gate, "wipe", Map.of("acr", "mfa", "auth_time", now())));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"notes:delete\", ");
  }

  /** RFC 9470 §9: who has no valid token learns nothing of the policy. */
  @Test
  void decideWhenNoTokenThenBaseChallengeAlone() {
    assertThat(answer(engine, FakeRequest.tool("wipe")).headers().get("WWW-Authenticate"))
        .isEqualTo("Bearer " + METADATA);
  }

  @Test
  void decideWhenConfiguredThenItCountsInAdditionToAnnotations() {
    Gate configured =
        new Gate(
            "mcp.auth.tools.\"wipe\".roles", "admin",
            "mcp.auth.tools.plain.scopes", "notes:read",
            "mcp.auth.tools.\"sdk_*\".scopes", "sdk",
            "mcp.auth.prompts.\"greet\".policy", "deny",
            "mcp.auth.resources.\"notes://{id}\".scopes", "a,b",
            "mcp.auth.resources.\"notes://{id}\".scopes-match", "any",
            "mcp.auth.methods.\"logging/setLevel\".roles", "admin");
    AuthorizationEngine strict = configured.engine(RoleNotes.class);
    Map<String, Object> wipe = Map.of("acr", "mfa", "auth_time", now(), "scope", "notes:delete");

    assertThat(answer(strict, call(configured, "wipe", wipe)).status()).isEqualTo(403);
    assertThat(answer(strict, call(configured, "plain", Map.of())).headers())
        .hasEntrySatisfying(
            "WWW-Authenticate", v -> assertThat(v).contains("scope=\"notes:read\""));
    assertThat(answer(strict, call(configured, "sdk_anything", Map.of())).headers())
        .hasEntrySatisfying("WWW-Authenticate", v -> assertThat(v).contains("scope=\"sdk\""));
    for (FakeRequest refused :
        List.of(
            FakeRequest.rpc("prompts/get", "{\"name\":\"greet\"}"),
            FakeRequest.rpc("resources/read", "{\"uri\":\"notes://1\"}"),
            FakeRequest.rpc("logging/setLevel", "{\"level\":\"debug\"}"))) {
      assertThat(answer(strict, refused.bearer(configured.token("c"))).status()).isEqualTo(403);
    }
    assertThat(
            strict.decide(
                FakeRequest.rpc("resources/read", "{\"uri\":\"notes://1\"}")
                    .bearer(configured.token("b"))))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void decideWhenDefaultIsDenyThenUnknownOperationsAreClosedAndMcpItselfIsNot() {
    Gate closed = new Gate("mcp.auth.default-policy", "deny");
    AuthorizationEngine strict = closed.engine(RoleNotes.class);

    assertThat(answer(strict, call(closed, "plain", Map.of())).status()).isEqualTo(403);
    assertThat(answer(strict, call(closed, "nowhere", Map.of())).status()).isEqualTo(403);
    assertThat(strict.decide(FakeRequest.rpc("tools/list", "{}").bearer(closed.token(""))))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(answer(strict, FakeRequest.rpc("tools/list", "{}")).status()).isEqualTo(401);
  }

  @Test
  void decideWhenDefaultIsPermitThenWhatIsProtectedStaysProtected() {
    Gate open = new Gate("mcp.auth.default-policy", "permit");
    AuthorizationEngine mixed = open.engine(RoleNotes.class);

    assertThat(mixed.decide(FakeRequest.tool("plain"))).isInstanceOf(Decision.Proceed.class);
    assertThat(mixed.decide(FakeRequest.rpc("tools/list", "{}")))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(answer(mixed, FakeRequest.tool("wipe")).status()).isEqualTo(401);
    assertThat(answer(mixed, FakeRequest.tool("never")).status()).isEqualTo(401);
    assertThat(answer(mixed, FakeRequest.tool("plain").bearer("forged")).status()).isEqualTo(401);
  }

  @Test
  void decideWhenProviderLooksAtArgumentsThenTheyAreThoseOfTheCall() {
    List<Map<String, Object>> seen = new ArrayList<>();
    RequirementProvider byTenant =
        call -> {
          seen.add(call.arguments());
          return call.arguments().get("tenant") instanceof String tenant
              ? Scopes.of("tenant:" + tenant)
              : Scopes.none();
        };
    Gate tenants = new Gate("mcp.auth.challenge-scopes", "operation").requiring(byTenant);
    AuthorizationEngine asked = tenants.engine(RoleNotes.class);
    String params =
        "{\"name\":\"plain\",\"arguments\":{\"tenant\":\"acme\",\"n\":1,\"big\":1e999999999,"
            + "\"gone\":null,\"deep\":{\"x\":[true]}}}";

    HttpAnswer answer =
        answer(asked, FakeRequest.rpc("tools/call", params).bearer(tenants.token("x")));

    assertThat(answer.headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"tenant:acme\", ");
    assertThat(seen)
        .containsExactly(
            Map.of(
                "tenant",
                "acme",
                "n",
                1L,
                "big",
                Double.POSITIVE_INFINITY,
                "deep",
                Map.of("x", List.of(true))));
  }

  /** Which of two members the server reads is not known. */
  @Test
  void decideWhenArgumentOccursTwiceAndProviderLooksThen400() {
    Gate tenants = new Gate().requiring(call -> Scopes.of(call.arguments().isEmpty() ? "a" : "b"));
    String params = "{\"name\":\"plain\",\"arguments\":{\"tenant\":\"a\",\"tenant\":\"b\"}}";

    HttpAnswer answer =
        answer(
            tenants.engine(RoleNotes.class),
            FakeRequest.rpc("tools/call", params).bearer(tenants.token("x")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32602,\"message\":\"A member"
                + " occurs twice\"}}");
  }
}
