// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;

/** Tokens that are bound to a key of their sender: RFC 9449 §7, RFC 8705 §3. */
class AuthorizationEngineSenderTest {

  private static final SigningKey KEY = SigningKey.P256;
  private static final String ALGS =
      "algs=\"ES256 ES384 ES512 EdDSA PS256 PS384 PS512 RS256 RS384 RS512\"";
  private static final String METADATA =
      "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"";

  private final Gate off = new Gate();
  private final Gate supported = new Gate("mcp.auth.dpop", "supported");
  private final Gate required = new Gate("mcp.auth.dpop", "required");

  @ParameterizedTest
  @ValueSource(strings = {"jkt", "x5t#S256", "x5u"})
  void decideWhenBoundAndNothingIsSupportedThenInvalidToken(String member) {
    String token = token(off, Map.of(member, "A".repeat(43)));

    assertThat(challenge(off, bearer(token)))
        .isEqualTo(
            "Bearer error=\"invalid_token\", "
                + METADATA
                + ", error_description=\"The access token is bound to a key, which cannot be verified"
                + " here\"");
  }

  @Test
  void decideWhenBoundAndProvenThenProceeds() {
    String token = bound(supported);

    assertThat(decide(supported, dpop(token).header("DPoP", proof(supported, token).sign())))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** The replay of a proof that was accepted. */
  @Test
  void decideWhenProofIsUsedTwiceThenRefused() {
    String token = bound(supported);
    String proof = proof(supported, token).sign();
    AuthorizationEngine engine = supported.engine(NotesTools.class);
    engine.decide(dpop(token).header("DPoP", proof));
    FakeRequest again = dpop(token).header("DPoP", proof);

    assertThat(engine.answer((Decision.Answered) engine.decide(again), again).headers())
        .containsEntry(
            "WWW-Authenticate",
            "Bearer "
                + METADATA
                + ", DPoP error=\"invalid_dpop_proof\", "
                + METADATA
                + ", "
                + ALGS
                + ", error_description=\"The DPoP proof was used before\"");
  }

  /** RFC 9449 §7.2. */
  @Test
  void decideWhenBoundTokenComesAsBearerThenRefusedOnBearer() {
    assertThat(challenge(supported, bearer(bound(supported))))
        .isEqualTo(
            "Bearer error=\"invalid_token\", "
                + METADATA
                + ", error_description=\"The access token is bound to a DPoP key and was sent as a"
                + " bearer token\", DPoP "
                + METADATA
                + ", "
                + ALGS);
  }

  @Test
  void decideWhenRequiredAndNoCredentialsThenOffersDpopAlone() {
    assertThat(challenge(required, FakeRequest.tool("whoami")))
        .isEqualTo("DPoP " + METADATA + ", " + ALGS);
  }

  @Test
  void decideWhenRequiredAndUnboundThenRefused() {
    String token = required.token("");

    assertThat(challenge(required, bearer(token)))
        .startsWith("DPoP error=\"invalid_token\", ")
        .endsWith("The access token is not bound to a DPoP key, which is required here\"");
  }

  /** What lacks a scope is told on the scheme that was used. */
  @Test
  void decideWhenProvenButScopeIsMissingThenDpopChallengeNamesIt() {
    String token = bound(required);
    FakeRequest request =
        FakeRequest.tool("add_note")
            .header("Authorization", "DPoP " + token)
            .header("DPoP", proof(required, token).sign());

    assertThat(challenge(required, request))
        .isEqualTo(
            "DPoP error=\"insufficient_scope\", scope=\"notes:read notes:write\", "
                + METADATA
                + ", "
                + ALGS
                + ", error_description=\"The access token lacks a scope that this operation"
                + " needs\"");
  }

  /** The URL is the configured one, whatever the Host header says, and goes on below it. */
  @Test
  void decideWhenProofIsForAnotherUrlThenRefused() {
    String token = bound(supported);
    String other = proof(supported, token).claim("htu", "https://other.example.com/mcp").sign();
    FakeRequest request = dpop(token).header("Host", "other.example.com").header("DPoP", other);

    assertThat(challenge(supported, request))
        .endsWith("error_description=\"The DPoP proof is not for the URL of this resource\"");
    String below = proof(supported, token).claim("htu", "https://mcp.example.com/mcp/a%20b").sign();
    assertThat(decide(supported, dpop(token).path("/mcp/a b").header("DPoP", below)))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** RFC 9449 §9: the challenge carries the nonce, and with it the next proof is good. */
  @Test
  void decideWhenNonceIsRequiredThenGivenAndAccepted() {
    Gate gate = new Gate("mcp.auth.dpop", "required", "mcp.auth.dpop.nonce", "true");
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    String token = bound(gate);
    FakeRequest first = dpop(token).header("DPoP", proof(gate, token).sign());
    HttpAnswer refused = engine.answer((Decision.Answered) engine.decide(first), first);
    String nonce = String.valueOf(refused.headers().get("DPoP-Nonce"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.headers().get("WWW-Authenticate"))
        .startsWith("DPoP error=\"use_dpop_nonce\", ");
    assertThat(
            engine.decide(
                dpop(token).header("DPoP", proof(gate, token).claim("nonce", nonce).sign())))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void decideWhenReplayMemoryIsFullThenUnavailable() {
    Gate gate = new Gate("mcp.auth.dpop", "supported", "mcp.auth.dpop.replay-cache-size", "100");
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    String token = bound(gate);
    for (int i = 0; i < 100; i++) {
      engine.decide(dpop(token).header("DPoP", proof(gate, token).claim("jti", "n" + i).sign()));
    }

    assertThat(
            engine.decide(
                dpop(token).header("DPoP", proof(gate, token).claim("jti", "last").sign())))
        .isEqualTo(new Decision.Unavailable());
  }

  private static FakeRequest bearer(String token) {
    return FakeRequest.tool("whoami").header("Authorization", "Bearer " + token);
  }

  private static FakeRequest dpop(String token) {
    return FakeRequest.tool("whoami").header("Authorization", "DPoP " + token);
  }

  private static Decision decide(Gate gate, FakeRequest request) {
    return gate.engine(NotesTools.class).decide(request);
  }

  private static String challenge(Gate gate, FakeRequest request) {
    return AuthorizationEngineTest.header(gate.engine(NotesTools.class), request);
  }

  private static String token(Gate gate, Map<String, Object> confirmation) {
    return gate.issuer.token(gate.clock).claim("cnf", confirmation).sign();
  }

  private static String bound(Gate gate) {
    return token(gate, Map.of("jkt", KEY.thumbprint()));
  }

  private static TokenBuilder proof(Gate gate, String token) {
    return new TokenBuilder(KEY)
        .withoutHeader("kid")
        .header("typ", "dpop+jwt")
        .header("jwk", KEY.publicJwk())
        .claim("jti", "jti-1")
        .claim("htm", "POST")
        .claim("htu", "https://mcp.example.com/mcp")
        .claim("iat", gate.clock.instant().getEpochSecond())
        .claim("ath", hash(token));
  }

  private static String hash(String token) {
    return Sha256.base64url(token.getBytes(StandardCharsets.US_ASCII));
  }
}
