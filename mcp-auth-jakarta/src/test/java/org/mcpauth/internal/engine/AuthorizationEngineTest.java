// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are ours, and from where they may come: before any credentials count. */
class AuthorizationEngineTest {

  private static final String METADATA_URL =
      "https://mcp.example.com/.well-known/oauth-protected-resource/mcp";
  private static final String PLAIN =
      "Bearer scope=\"notes:read\", resource_metadata=\"" + METADATA_URL + "\"";

  private final Gate gate = new Gate("mcp.auth.scopes", "notes:read");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/mcpx",
        "/mc",
        "/MCP",
        "/x/mcpx",
        "/.well-known/oauth-authorization-server/mcp",
        "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-protected-resource/other",
        "/.well-known/oauth-protected-resource/mcp/x",
        "/.well-known/oauth-protected-resourcex"
      })
  void decideWhenOtherPathThenPasses(String path) {
    assertThat(engine.decide(FakeRequest.get(path))).isEqualTo(new Decision.Pass());
    assertThat(gate.events).isEmpty();
  }

  /** A servlet that is mapped more widely than its endpoint must not be reached beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"/x/mcp", "/x/y/mcp", "/.well-known/x/mcp"})
  void decideWhenPathEndsLikeTheEndpointThenProtected(String path) {
    FakeRequest request = FakeRequest.tool("whoami").path(path);

    assertThat(answer(engine, request).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/", "/mcp/x", "/mcp/../x", "/mcp//", "/mcp/.well-known/x"})
  void decideWhenPathIsAtOrBelowEndpointThenProtected(String path) {
    assertThat(answer(FakeRequest.get(path)).status()).isEqualTo(401);
  }

  /** PRM-3: at the path form and at the root. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource",
        "/.well-known/oauth-protected-resource/mcp"
      })
  void decideWhenMetadataThenServedToEverybody(String path) {
    HttpAnswer answer = answer(FakeRequest.get(path).header("Origin", "https://evil.example"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "max-age=3600")
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .hasEntrySatisfying("ETag", tag -> assertThat(tag).matches("\"[A-Za-z0-9_-]{43}\""))
        .hasSize(5);
    assertThat(answer.body())
        .isEqualTo(
            "{\"resource\":\"https://mcp.example.com/mcp\","
                + "\"authorization_servers\":[\"https://issuer.example.com\"],"
                + "\"scopes_supported\":[\"notes:read\"],"
                + "\"bearer_methods_supported\":[\"header\"]}");
    assertThat(gate.events).isEmpty();
  }

  @Test
  void decideWhenMetadataWithTokenInQueryThenServed() {
    assertThat(
            answer(
                    FakeRequest.get("/.well-known/oauth-protected-resource/mcp")
                        .query("access_token=x"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void decideWhenMetadataIsAskedWithHeadThenServed() {
    assertThat(
            answer(new FakeRequest("HEAD").path("/.well-known/oauth-protected-resource")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "get", "OPTIONS"})
  void decideWhenMetadataIsAskedWithOtherMethodThen405(String method) {
    HttpAnswer answer =
        answer(new FakeRequest(method).path("/.well-known/oauth-protected-resource/mcp"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers())
        .containsEntry("Allow", "GET, HEAD, OPTIONS")
        .containsEntry("Access-Control-Allow-Origin", "*");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void decideWhenPreflightOfMetadataThenEveryOriginIsAllowed() {
    HttpAnswer answer =
        answer(preflight("https://anywhere.example").path("/.well-known/oauth-protected-resource"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "*");
  }

  @Test
  void decideWhenResourceIsTheWholeHostThenEveryPathIsProtected() {
    AuthorizationEngine whole =
        new Gate("mcp.auth.resource", "https://mcp.example.com").engine(NotesTools.class);

    assertThat(whole.decide(FakeRequest.get("/anything"))).isInstanceOf(Decision.Challenged.class);
    assertThat(whole.decide(FakeRequest.get("/"))).isInstanceOf(Decision.Challenged.class);
    assertThat(whole.decide(FakeRequest.get("/.well-known/oauth-protected-resource")))
        .isInstanceOf(Decision.Metadata.class);
    assertThat(whole.decide(FakeRequest.get("/.well-known/openid-configuration")))
        .isInstanceOf(Decision.Challenged.class);
  }

  @Test
  void decideWhenDeployedBelowContextPathThenChallengeNamesThatUrl() {
    Gate below = new Gate("mcp.auth.resource", "https://mcp.example.com/ctx/mcp");
    AuthorizationEngine inContext = below.engine(NotesTools.class);
    FakeRequest request = FakeRequest.tool("list_notes").contextPath("/ctx").path("/ctx/mcp");

    assertThat(header(inContext, request))
        .isEqualTo(
            "Bearer resource_metadata="
                + "\"https://mcp.example.com/ctx/.well-known/oauth-protected-resource/mcp\"");
    assertThat(
            inContext.decide(
                FakeRequest.get("/ctx/.well-known/oauth-protected-resource/mcp")
                    .contextPath("/ctx")))
        .isInstanceOf(Decision.Metadata.class);
  }

  /** A context path that does not fit is a fault; it must not open the door. */
  @Test
  void decideWhenContextPathDoesNotFitThenFailed() {
    assertThat(engine.decide(FakeRequest.get("/other/mcp").contextPath("/other")))
        .isEqualTo(new Decision.Failed());
    assertThat(gate.eventNames()).containsExactly("AccessDenied INTERNAL_ERROR");
  }

  /** TR-1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "",
        "http://mcp.example.com",
        "https://mcp.example.com:8443",
        "https://mcp.example.com.evil.example",
        "https://mcp.example.com/",
        "http://localhost"
      })
  void decideWhenOriginIsForeignThenForbidden(String origin) {
    FakeRequest request =
        FakeRequest.tool("list_notes").bearer(gate.token("notes:read")).header("Origin", origin);
    HttpAnswer answer = answer(request);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers()).containsOnlyKeys("Content-Type");
    assertThat(answer.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,"
                + "\"message\":\"The Origin or Host of the request is not allowed\"}}");
    assertThat(gate.eventNames()).containsExactly("AccessDenied FORBIDDEN_ORIGIN");
    assertThat(request.wasRead()).isFalse();
  }

  @Test
  void decideWhenTwoOriginsThenForbidden() {
    assertThat(
            answer(
                    FakeRequest.tool("list_notes")
                        .header("Origin", "https://mcp.example.com")
                        .header("Origin", "https://evil.example"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void decideWhenHostIsForeignThenForbidden() {
    Gate hosted = new Gate("mcp.auth.allowed-hosts", "mcp.example.com");
    AuthorizationEngine strict = hosted.engine(NotesTools.class);

    assertThat(strict.decide(FakeRequest.get("/mcp").header("Host", "evil.example")))
        .isEqualTo(new Decision.ForbiddenOrigin());
    assertThat(
            strict.decide(
                FakeRequest.get("/mcp").header("Host", "mcp.example.com").header("Host", "x")))
        .isEqualTo(new Decision.ForbiddenOrigin());
    assertThat(strict.decide(FakeRequest.get("/mcp").header("Host", "MCP.example.com")))
        .isInstanceOf(Decision.Challenged.class);
  }

  /** DNS rebinding: TS CVE-2025-66414. */
  @Test
  void decideWhenResourceIsLoopbackThenOnlyLoopbackHosts() {
    AuthorizationEngine local =
        new Gate("mcp.auth.resource", "http://localhost:8080/mcp").engine(NotesTools.class);

    assertThat(local.decide(FakeRequest.get("/mcp").header("Host", "rebound.example:8080")))
        .isEqualTo(new Decision.ForbiddenOrigin());
    assertThat(local.decide(FakeRequest.get("/mcp").header("Host", "127.0.0.1:8080")))
        .isInstanceOf(Decision.Challenged.class);
  }

  /** A spoofed host never shows in the challenge. */
  @Test
  void decideWhenHostIsSpoofedThenChallengeNamesConfiguredUrl() {
    FakeRequest request =
        FakeRequest.get("/mcp")
            .header("Host", "evil.example")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example;proto=http");

    assertThat(header(engine, request)).isEqualTo(PLAIN);
  }

  @Test
  void decideWhenPreflightThenAnsweredBeforeAuthentication() {
    HttpAnswer answer = answer(preflight("https://mcp.example.com"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers())
        .containsEntry("Access-Control-Allow-Origin", "https://mcp.example.com")
        .containsEntry("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
        .containsEntry(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
                + " Mcp-Session-Id, Last-Event-ID, DPoP")
        .containsEntry("Vary", "Origin");
    assertThat(gate.events).isEmpty();
  }

  /** MCP 2026-07-28: which Mcp-Param headers there are depends on the tool. */
  @Test
  void decideWhenPreflightAsksForParameterHeadersThenTheyAreAllowed() {
    FakeRequest request =
        preflight("https://mcp.example.com")
            .header("Access-Control-Request-Headers", "authorization, mcp-param-city, x-evil");

    assertThat(answer(request).headers())
        .containsEntry(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
                + " Mcp-Session-Id, Last-Event-ID, DPoP, mcp-param-city");
  }

  @Test
  void decideWhenPreflightFromForeignOriginThenForbidden() {
    assertThat(answer(preflight("https://evil.example")).status()).isEqualTo(403);
  }

  @Test
  void decideWhenOptionsIsNoPreflightThenNeedsToken() {
    assertThat(answer(new FakeRequest("OPTIONS")).status()).isEqualTo(401);
    assertThat(
            answer(new FakeRequest("OPTIONS").header("Origin", "https://mcp.example.com")).status())
        .isEqualTo(401);
    assertThat(
            answer(new FakeRequest("OPTIONS").header("Access-Control-Request-Method", "POST"))
                .status())
        .isEqualTo(401);
  }

  @Test
  void answerWhenOriginIsAllowedThenBrowserMayReadTheChallenge() {
    HttpAnswer answer =
        answer(FakeRequest.tool("list_notes").header("Origin", "https://mcp.example.com"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .containsEntry("Access-Control-Allow-Origin", "https://mcp.example.com")
        .containsEntry(
            "Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce")
        .containsEntry("Vary", "Origin");
  }

  private static FakeRequest preflight(String origin) {
    return new FakeRequest("OPTIONS")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization, content-type");
  }

  private HttpAnswer answer(FakeRequest request) {
    return answer(engine, request);
  }

  static HttpAnswer answer(AuthorizationEngine engine, FakeRequest request) {
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Answered.class);
    return engine.answer((Decision.Answered) decision, request);
  }

  static String header(AuthorizationEngine engine, FakeRequest request) {
    return String.valueOf(answer(engine, request).headers().get("WWW-Authenticate"));
  }
}
