// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.settings.TestSettings;

/** On a server whose MicroProfile JWT is not smallrye-jwt: by the token of the request. */
@Timeout(60)
class ContainerTokenVerifierTest {

  private static final Map<String, String> SETTINGS = Map.of("mcp.auth.verification", "mp-jwt");

  @Test
  void decideWhenServerVerifiedThisTokenThenAccepted() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, ServerAuthentication.class)) {
      String token = container.token("alice", "a b");
      Decision decision =
          container.inNewRequest(
              () -> {
                authenticated(container, claims(token, TestSettings.RESOURCE));
                return decide(container, token);
              });

      var accepted = ((Decision.Proceed) decision).token().orElseThrow();
      assertThat(accepted.getSubject()).isEqualTo("alice");
      assertThat(accepted.scopes().asSet()).containsExactlyInAnyOrder("a", "b");
      assertThat(accepted.getClaimNames()).contains("realm_access").doesNotContain("gone");
    }
  }

  @Test
  void decideWhenRawTokenIsAnotherThenDenied() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, ServerAuthentication.class)) {
      String presented = container.token("mallory", "a");
      Decision decision =
          container.inNewRequest(
              () -> {
                String other = container.token("alice", "a");
                authenticated(container, claims(other, TestSettings.RESOURCE));
                return decide(container, presented);
              });

      assertThat(decision).isInstanceOf(Decision.Challenged.class);
    }
  }

  @Test
  void decideWhenServerVerifiedItForAnotherRequestThenDenied() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, ServerAuthentication.class)) {
      String token = container.token("alice", "a");
      Decision decision =
          container.inNewRequest(
              () -> {
                authenticated(container, claims(token, TestSettings.RESOURCE));
                return CompletableFuture.supplyAsync(() -> decideInNewRequest(container, token))
                    .join();
              });

      assertThat(decision).isInstanceOf(Decision.Challenged.class);
    }
  }

  @Test
  void decideWhenServerVerifiedNothingThenDenied() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, ServerAuthentication.class)) {
      String token = container.token("alice", "a");

      assertThat(container.inNewRequest(() -> decide(container, token)))
          .isInstanceOf(Decision.Challenged.class);
      assertThat(decide(container, token))
          .as("without a request")
          .isInstanceOf(Decision.Challenged.class);
    }
  }

  @Test
  void decideWhenAudienceIsAnotherThenDeniedByLibrary() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, ServerAuthentication.class)) {
      String token = container.token("alice", "a");
      Decision decision =
          container.inNewRequest(
              () -> {
                authenticated(container, claims(token, "https://elsewhere.example/mcp"));
                return decide(container, token);
              });

      assertThat(decision).isInstanceOf(Decision.Challenged.class);
    }
  }

  /** Else each request would leave one behind in the container. */
  @Test
  void decideWhenTokensAreDependentThenDestroyed() throws Exception {
    try (TestContainer container = TestContainer.start(SETTINGS, DependentTokens.class)) {
      String token = container.token("alice", "a");
      AtomicInteger alive = container.get(DependentTokens.class).alive();
      container.inNewRequest(() -> decide(container, token));

      assertThat(alive).hasValue(0);
    }
  }

  @Test
  void startWhenServerHasNoMicroProfileJwtThenFails() {
    assertThatThrownBy(() -> TestContainer.start(SETTINGS))
        .hasStackTraceContaining("this server has no MicroProfile JWT");
  }

  private static Decision decide(TestContainer container, String token) {
    return container.get(AuthorizationEngine.class).decide(FakeRequest.get("/mcp").bearer(token));
  }

  private static Decision decideInNewRequest(TestContainer container, String token) {
    try {
      return container.inNewRequest(() -> decide(container, token));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void authenticated(TestContainer container, Map<String, Object> claims) {
    container.get(RequestToken.class).set(claims);
  }

  private static Map<String, Object> claims(String token, String audience) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("raw_token", token);
    claims.put("iss", SmallRyeParserTest.claim(token, "iss"));
    claims.put("aud", Set.of(audience));
    claims.put("exp", Instant.now().getEpochSecond() + 60);
    claims.put("sub", SmallRyeParserTest.claim(token, "sub"));
    claims.put("scope", SmallRyeParserTest.claim(token, "scope"));
    claims.put("realm_access", Map.of("roles", List.of("r")));
    claims.put("gone", JsonValue.NULL);
    return claims;
  }

  /** What the authentication of the server found out. */
  @RequestScoped
  public static class RequestToken {

    private Map<String, Object> claims = Map.of();

    void set(Map<String, Object> found) {
      claims = found;
    }

    Map<String, Object> get() {
      return claims;
    }
  }

  /** Produces the token of the request, empty if there is none, as servers do. */
  @ApplicationScoped
  public static class ServerAuthentication {

    @Produces
    @RequestScoped
    RequestToken none() {
      return new RequestToken();
    }

    @Produces
    @RequestScoped
    JsonWebToken token(RequestToken token) {
      return new ServerToken(token.get());
    }
  }

  /** The same, a new one for each injection point. */
  @ApplicationScoped
  public static class DependentTokens {

    private final AtomicInteger alive = new AtomicInteger();

    AtomicInteger alive() {
      return alive;
    }

    @Produces
    @Dependent
    JsonWebToken token() {
      alive.incrementAndGet();
      return new ServerToken(Map.of());
    }

    void dispose(@Disposes JsonWebToken token) {
      alive.decrementAndGet();
    }
  }
}
