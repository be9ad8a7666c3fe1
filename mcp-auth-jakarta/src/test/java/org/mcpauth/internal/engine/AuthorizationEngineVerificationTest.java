// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.spi.VerifiedClaims;

/** Who verifies tokens: {@code mcp.auth.verification}. */
class AuthorizationEngineVerificationTest {

  private static final String ENDPOINT = "https://issuer.example.com/introspect";
  private static final String ACTIVE =
      "{\"active\":true,\"iss\":\"https://issuer.example.com\","
          + "\"aud\":\"https://mcp.example.com/mcp\",\"sub\":\"alice\",\"client_id\":\"c\","
          + "\"scope\":\"notes:read notes:write\"}";

  private final Gate introspecting =
      new Gate(
          "mcp.auth.verification", "introspection",
          "mcp.auth.introspection.endpoint", ENDPOINT,
          "mcp.auth.client.id", "notes",
          "mcp.auth.client.secret", "s3cret");

  @Test
  void decideWhenActiveThenProceedsAndAsksOnceWithinItsTtl() {
    introspecting.fetcher.serve(ENDPOINT, ACTIVE);
    AuthorizationEngine engine = introspecting.engine(NotesTools.class);

    assertThat(engine.decide(call("opaque"))).isInstanceOf(Decision.Proceed.class);
    introspecting.clock.advance(Duration.ofSeconds(59));
    assertThat(engine.decide(call("opaque"))).isInstanceOf(Decision.Proceed.class);
    assertThat(introspecting.fetcher.calls(ENDPOINT)).isEqualTo(1);

    introspecting.fetcher.serve(ENDPOINT, "{\"active\":false}");
    introspecting.clock.advance(Duration.ofSeconds(1));
    assertThat(AuthorizationEngineTest.header(engine, call("opaque")))
        .contains("error=\"invalid_token\"");
  }

  /** AUD-3: an answer without an audience is not for anybody, and so not for us. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"aud\":\"https://mcp.example.com/mcp\", | ",
        "https://mcp.example.com/mcp | https://other.example.com/mcp"
      })
  void decideWhenAnswerIsForNobodyOrAnotherThenInvalidToken(String part, String other) {
    introspecting.fetcher.serve(ENDPOINT, ACTIVE.replace(part, other == null ? "" : other));

    assertThat(
            AuthorizationEngineTest.header(introspecting.engine(NotesTools.class), call("opaque")))
        .contains("The access token was not issued for this resource");
  }

  /** RFC 7662 §2.3: an error is not "inactive". */
  @Test
  void decideWhenEndpointFailsThenUnavailable() {
    introspecting.fetcher.breakDown(ENDPOINT);

    assertThat(introspecting.engine(NotesTools.class).decide(call("opaque")))
        .isEqualTo(new Decision.Unavailable());
  }

  @Test
  void decideWhenEndpointIsDiscoveredThenAsked() {
    Gate gate =
        new Gate(
            "mcp.auth.verification", "introspection",
            "mcp.auth.client.id", "notes",
            "mcp.auth.client.secret", "s3cret");
    gate.fetcher.serve(
        gate.issuer.metadataUri(),
        "{\"issuer\":\""
            + TestIssuer.ISSUER
            + "\",\"introspection_endpoint\":\""
            + ENDPOINT
            + "\"}");
    gate.fetcher.serve(ENDPOINT, ACTIVE);

    assertThat(gate.engine(NotesTools.class).decide(call("opaque")))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void assembleWhenMetadataNamesNoIntrospectionEndpointThenTheDeploymentStops() {
    Gate gate =
        new Gate(
            "mcp.auth.verification", "introspection",
            "mcp.auth.client.id", "notes",
            "mcp.auth.client.secret", "s3cret");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> gate.engine(NotesTools.class))
        .withMessageStartingWith("MCPAUTH-6006: mcp.auth.introspection.endpoint is not set");
  }

  /** FusionAuth's way. */
  @Test
  void decideWhenValidationEndpointKnowsTheTokenThenProceeds() {
    String uri = "https://issuer.example.com/api/jwt/validate";
    Gate gate =
        new Gate(
            "mcp.auth.verification", "validation-endpoint",
            "mcp.auth.validation-endpoint.uri", uri,
            "mcp.auth.validation-endpoint.claims", "jwt");
    gate.fetcher.serve(
        uri,
        "{\"jwt\":{\"aud\":\"https://mcp.example.com/mcp\",\"iss\":\""
            + TestIssuer.ISSUER
            + "\",\"exp\":"
            + gate.clock.instant().plusSeconds(60).getEpochSecond()
            + ",\"scope\":\"notes:read notes:write\"}}");

    assertThat(gate.engine(NotesTools.class).decide(call("opaque")))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** What the server verified is still held against issuer, audience, lifetime and type. */
  @Test
  void decideWhenContainerVerifiesThenTheRestIsStillChecked() {
    Gate gate = containerThatAcceptsEverything();
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    TokenBuilder token =
        gate.issuer.token(gate.clock).header("typ", "JWT").claim("scope", "notes:read notes:write");

    assertThat(engine.decide(call(token.sign()))).isInstanceOf(Decision.Proceed.class);
    assertThat(AuthorizationEngineTest.header(engine, call(token.claim("nonce", "n").sign())))
        .contains("The JWT is not an access token");
    assertThat(
            AuthorizationEngineTest.header(
                engine, call(token.without("nonce").claim("aud", "elsewhere").sign())))
        .contains("The access token was not issued for this resource");
    assertThat(AuthorizationEngineTest.header(engine, call("opaque")))
        .contains("error=\"invalid_token\"");
  }

  private static Gate containerThatAcceptsEverything() {
    return new Gate("mcp.auth.verification", "mp-jwt")
        .runningOn(
            issuer ->
                Optional.of(token -> Optional.of(new VerifiedClaims(Jose.parse(token).claims()))));
  }

  @Test
  void assembleWhenServerHasNoMicroProfileJwtThenTheDeploymentStops() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new Gate("mcp.auth.verification", "mp-jwt").engine())
        .withMessage(
            "MCPAUTH-6005: mcp.auth.verification=mp-jwt: this server has no MicroProfile JWT that"
                + " could verify the tokens of https://issuer.example.com; a good value is jwt");
  }

  @Test
  void assembleWhenCustomWithoutBeansThenTheDeploymentStops() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new Gate("mcp.auth.verification", "custom").engine())
        .withMessageStartingWith("MCPAUTH-6004: mcp.auth.verification: ");
  }

  /** An exception of a bean denies. */
  @Test
  void decideWhenCustomVerifierThrowsThenDenied() {
    Gate gate =
        new Gate("mcp.auth.verification", "custom")
            .verifying(
                token -> {
                  throw new IllegalStateException("broken");
                });

    assertThat(gate.engine(NotesTools.class).decide(call("x"))).isEqualTo(new Decision.Failed());
  }

  private static FakeRequest call(String token) {
    return FakeRequest.tool("add_note").header("Authorization", "Bearer " + token);
  }
}
