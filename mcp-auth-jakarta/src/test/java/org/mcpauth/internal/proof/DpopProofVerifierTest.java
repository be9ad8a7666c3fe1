// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/** The twelve checks of RFC 9449 §4.3, §9 and §11.1. */
class DpopProofVerifierTest {

  private static final SigningKey KEY = SigningKey.P256;

  private static final ProofResult PROVEN = new ProofResult.Proven(Optional.empty());

  private final MutableClock clock = new MutableClock();
  private final DpopProofVerifier verifier = verifier(100);

  private DpopProofVerifier verifier(int replayCacheSize) {
    return new DpopProofVerifier(
        Sender.dpop(SenderConstraint.SUPPORTED, replayCacheSize, false), clock);
  }

  private TokenBuilder proof() {
    return Sender.proof(KEY, clock);
  }

  private ProofResult verify(String... proofs) {
    return verifier.verify(new Sender().proofs(proofs).presented(), SigningKey.P256.thumbprint());
  }

  private static ProofResult refused(String description) {
    return new ProofResult.Refused(ProofError.INVALID_DPOP_PROOF, description, Optional.empty());
  }

  @Test
  void verifyWhenEverythingIsRightThenProven() {
    assertThat(verify(proof().sign())).isEqualTo(PROVEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256"})
  void verifyWhenRsaKeyThenProven(String algorithm) {
    String proof = Sender.proof(SigningKey.RSA, clock).header("alg", algorithm).sign();

    assertThat(verifier.verify(new Sender().proofs(proof).presented(), SigningKey.RSA.thumbprint()))
        .isEqualTo(PROVEN);
  }

  /** Check 1. */
  @Test
  void verifyWhenNotExactlyOneHeaderThenRefused() {
    assertThat(verify()).isEqualTo(refused("There is no DPoP proof"));
    assertThat(verify(proof().sign(), proof().sign()))
        .isEqualTo(refused("The DPoP header occurs more than once"));
    assertThat(verify(proof().sign() + ", " + proof().sign()))
        .isEqualTo(refused("The DPoP proof is not one JWT with a public key"));
  }

  /** Check 2. */
  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "..", "e30.e30.e30", "null"})
  void verifyWhenNoJwtThenRefused(String proof) {
    assertThat(verify(proof)).isEqualTo(refused("The DPoP proof is not one JWT with a public key"));
  }

  @Test
  void verifyWhenTooLongThenRefusedBeforeItIsParsed() {
    assertThat(verify(proof().claim("x", "a".repeat(4096)).sign()))
        .isEqualTo(refused("The DPoP proof is longer than 4096 characters"));
  }

  /** Check 3. */
  @ParameterizedTest
  @ValueSource(strings = {"jti", "htm", "htu", "iat", "ath"})
  void verifyWhenClaimIsMissingOrOfAnotherTypeThenRefused(String claim) {
    List<Object> others = new ArrayList<>(List.of(true, Map.of(), List.of("POST"), ""));
    others.add(claim.equals("iat") ? "1785585600" : 1);
    for (Object other : others) {
      assertRefused(proof().claim(claim, other));
    }
    assertRefused(proof().without(claim));
  }

  private void assertRefused(TokenBuilder proof) {
    assertThat(verify(proof.sign()))
        .isInstanceOfSatisfying(
            ProofResult.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(ProofError.INVALID_DPOP_PROOF));
  }

  /** Check 4. */
  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "DPoP+JWT", "application/dpop+jwt", "dpop+jwt "})
  void verifyWhenTypeIsAnotherThenRefused(String type) {
    assertThat(verify(proof().header("typ", type).sign()))
        .isEqualTo(refused("The type of the DPoP proof is not dpop+jwt"));
    assertThat(verify(proof().withoutHeader("typ").sign()))
        .isEqualTo(refused("The type of the DPoP proof is not dpop+jwt"));
  }

  /** Check 5. */
  @Test
  void verifyWhenAlgorithmIsNotAcceptedThenRefused() {
    String proof = Sender.proof(SigningKey.P384, clock).sign();

    assertThat(
            verifier.verify(new Sender().proofs(proof).presented(), SigningKey.P384.thumbprint()))
        .isEqualTo(refused("The algorithm of the DPoP proof is not accepted"));
  }

  @Test
  void verifyWhenUnsignedOrSymmetricThenRefused() {
    String none = proof().header("alg", "none").unsigned() + ".";
    assertThat(verify(none)).isEqualTo(refused("The DPoP proof is not one JWT with a public key"));

    TokenBuilder symmetric =
        Sender.proof(SigningKey.OCT, clock).header("jwk", SigningKey.OCT.publicJwk());
    assertThat(verify(symmetric.sign()))
        .isEqualTo(refused("The DPoP proof is not one JWT with a public key"));

    TokenBuilder confused = Sender.proof(SigningKey.OCT, clock).header("jwk", KEY.publicJwk());
    assertThat(verify(confused.sign()))
        .isEqualTo(refused("The DPoP proof is not one JWT with a public key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256"})
  void newWhenAlgorithmIsSymmetricThenRefuses(String algorithm) {
    Dpop settings =
        new Dpop(
            SenderConstraint.SUPPORTED,
            List.of("ES256", algorithm),
            Sender.MAX_AGE,
            100,
            false,
            Duration.ofMinutes(5));

    assertThatIllegalArgumentException().isThrownBy(() -> new DpopProofVerifier(settings, clock));
  }

  /** Check 6. */
  @Test
  void verifyWhenSignatureIsOfAnotherKeyThenRefused() {
    TokenBuilder forged = Sender.proof(KEY, clock).forgedWith(SigningKey.RSA);
    forged.header("alg", "RS256").header("jwk", SigningKey.OTHER_RSA.publicJwk());

    assertThat(
            verifier.verify(
                new Sender().proofs(forged.sign()).presented(), SigningKey.OTHER_RSA.thumbprint()))
        .isEqualTo(refused("The signature of the DPoP proof is not valid"));
  }

  @Test
  void verifyWhenClaimsWereChangedThenRefused() {
    String[] parts = proof().sign().split("\\.", -1);
    String[] others = proof().sign().split("\\.", -1);

    assertThat(verify(parts[0] + "." + others[1] + "." + parts[2]))
        .isEqualTo(refused("The signature of the DPoP proof is not valid"));
  }

  /** Check 7. */
  @Test
  void verifyWhenKeyIsPrivateOrMissingThenRefused() {
    SigningKey withPrivatePart = KEY.withMember("d", KEY.publicJwk().get("x"));

    assertThat(verify(proof().header("jwk", withPrivatePart.publicJwk()).sign()))
        .isEqualTo(refused("The DPoP proof is not one JWT with a public key"));
    assertThat(verify(proof().withoutHeader("jwk").sign()))
        .isEqualTo(refused("The DPoP proof is not one JWT with a public key"));
  }

  /** Check 8. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "post", "POST ", "*"})
  void verifyWhenForAnotherMethodThenRefused(String method) {
    assertThat(verify(proof().claim("htm", method).sign()))
        .isEqualTo(refused("The DPoP proof is not for the method of this request"));
  }

  /** Check 9. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/mcp?a=b",
        "https://api.example.com/mcp#c",
        "HTTPS://API.example.com:443/mcp",
        "https://api.example.com/./%6Dcp"
      })
  void verifyWhenUrlIsTheSameInNormalFormThenProven(String url) {
    assertThat(verify(proof().claim("htu", url).sign())).isEqualTo(PROVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com/mcp",
        "https://api.example.com:8443/mcp",
        "https://api.example.com/mcp/",
        "https://api.example.com/MCP",
        "https://api.example.com/",
        "https://api.example.com.evil.example/mcp",
        "https://api.example.com@evil.example/mcp",
        "https://evil.example/mcp",
        "/mcp",
        "api.example.com/mcp"
      })
  void verifyWhenForAnotherUrlThenRefused(String url) {
    assertThat(verify(proof().claim("htu", url).sign()))
        .isEqualTo(refused("The DPoP proof is not for the URL of this resource"));
  }

  /** Check 11: the clock may differ into both directions. */
  @ParameterizedTest
  @ValueSource(longs = {-60, -1, 0, 1, 60})
  void verifyWhenMadeWithinMaxAgeThenProven(long seconds) {
    long now = clock.instant().getEpochSecond();

    assertThat(verify(proof().claim("iat", now + seconds).sign())).isEqualTo(PROVEN);
    assertThat(verify(proof().claim("iat", now + seconds * 0.5).sign())).isEqualTo(PROVEN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-61, 61, -60.01, 60.01, -1e10, 1e10, 1e15, 9e18, 1e300, -1e300})
  void verifyWhenMadeAtAnotherTimeThenRefused(double seconds) {
    double madeAt = clock.instant().getEpochSecond() + seconds;

    assertRefused(proof().claim("iat", madeAt));
    assertRefused(proof().claim("iat", (long) Math.floor(madeAt + Math.signum(seconds))));
  }

  /** Check 12. */
  @Test
  void verifyWhenForAnotherTokenThenRefused() {
    assertThat(verify(proof().claim("ath", Sender.hash("another")).sign()))
        .isEqualTo(refused("The DPoP proof is not for this access token"));
    assertThat(verify(proof().claim("ath", Sender.TOKEN).sign()))
        .isEqualTo(refused("The DPoP proof is not for this access token"));
    assertThat(verify(proof().claim("ath", Sender.hash(Sender.TOKEN) + "=").sign()))
        .isEqualTo(refused("The DPoP proof is not for this access token"));
  }

  /** Check 12; the error is that of the example in RFC 9449 §7.1. */
  @Test
  void verifyWhenTokenIsBoundToAnotherKeyThenInvalidToken() {
    assertThat(
            verifier.verify(
                new Sender().proofs(proof().sign()).presented(), SigningKey.RSA.thumbprint()))
        .isEqualTo(
            new ProofResult.Refused(
                ProofError.INVALID_TOKEN,
                "The access token is bound to another key than that of the DPoP proof",
                Optional.empty()));
  }

  /** RFC 9449 §11.1. */
  @Test
  void verifyWhenUsedBeforeThenRefusedAsLongAsItWouldBeValid() {
    String proof = proof().claim("iat", clock.instant().getEpochSecond() + 60).sign();
    assertThat(verify(proof)).isEqualTo(PROVEN);
    assertThat(verify(proof)).isEqualTo(refused("The DPoP proof was used before"));

    clock.advance(Duration.ofMinutes(2));
    assertThat(verify(proof)).isEqualTo(refused("The DPoP proof was used before"));

    clock.advance(Duration.ofMillis(1));
    assertThat(verify(proof)).isEqualTo(refused("The DPoP proof is too old, or from the future"));
  }

  @Test
  void verifyWhenAnotherKeyUsesTheSameJtiThenProven() {
    assertThat(verify(proof().claim("jti", "1").sign())).isEqualTo(PROVEN);

    String other = Sender.proof(SigningKey.RSA, clock).claim("jti", "1").sign();
    assertThat(verifier.verify(new Sender().proofs(other).presented(), SigningKey.RSA.thumbprint()))
        .isEqualTo(PROVEN);
    assertThat(verify(proof().claim("jti", "1").sign()))
        .isEqualTo(refused("The DPoP proof was used before"));
  }

  @Test
  void verifyWhenTheSameUrlIsWrittenAnotherWayThenStillAReplay() {
    assertThat(verify(proof().claim("jti", "1").sign())).isEqualTo(PROVEN);
    assertThat(
            verify(
                proof().claim("jti", "1").claim("htu", "HTTPS://api.example.com:443/mcp").sign()))
        .isEqualTo(refused("The DPoP proof was used before"));
  }

  @Test
  void verifyWhenJtiIsLongThenOnlyUpToItsLimit() {
    assertThat(verify(proof().claim("jti", "a".repeat(256)).sign())).isEqualTo(PROVEN);
    assertThat(verify(proof().claim("jti", "a".repeat(257)).sign()))
        .isEqualTo(refused("The DPoP proof has no jti of up to 256 characters"));
  }

  /** Only who has a token and its key takes a place in the memory. */
  @Test
  void verifyWhenRefusedThenItsJtiIsNotUsedUp() {
    DpopProofVerifier small = verifier(1);
    for (int i = 0; i < 3; i++) {
      TokenBuilder stranger = Sender.proof(SigningKey.OTHER_RSA, clock).claim("jti", "s" + i);
      assertThat(small.verify(new Sender().proofs(stranger.sign()).presented(), KEY.thumbprint()))
          .isInstanceOf(ProofResult.Refused.class);
      TokenBuilder forged =
          Sender.proof(SigningKey.RSA, clock)
              .header("jwk", SigningKey.OTHER_RSA.publicJwk())
              .claim("jti", "f" + i);
      assertThat(
              small.verify(
                  new Sender().proofs(forged.sign()).presented(),
                  SigningKey.OTHER_RSA.thumbprint()))
          .isEqualTo(refused("The signature of the DPoP proof is not valid"));
    }

    assertThat(small.verify(new Sender().proofs(proof().sign()).presented(), KEY.thumbprint()))
        .isEqualTo(PROVEN);
  }

  @Test
  void verifyWhenMemoryIsFullThenUnavailableUntilAProofEnds() {
    DpopProofVerifier small = verifier(1);
    String first = proof().sign();
    assertThat(small.verify(new Sender().proofs(first).presented(), KEY.thumbprint()))
        .isEqualTo(PROVEN);
    assertThat(small.verify(new Sender().proofs(proof().sign()).presented(), KEY.thumbprint()))
        .isEqualTo(new ProofResult.Unavailable());
    assertThat(small.verify(new Sender().proofs(first).presented(), KEY.thumbprint()))
        .isEqualTo(refused("The DPoP proof was used before"));

    clock.advance(Duration.ofSeconds(61));
    assertThat(small.verify(new Sender().proofs(proof().sign()).presented(), KEY.thumbprint()))
        .isEqualTo(PROVEN);
  }

  /** Check 10; RFC 9449 §9. */
  @Test
  void verifyWhenNonceIsWantedThenOnlyARecentOneIsTaken() {
    DpopNonces nonces = new DpopNonces(Duration.ofMinutes(5), clock);
    DpopProofVerifier strict =
        new DpopProofVerifier(
            Sender.dpop(SenderConstraint.SUPPORTED, 100, true), clock, Optional.of(nonces));
    ProofResult useNonce =
        new ProofResult.Refused(
            ProofError.USE_DPOP_NONCE,
            "The DPoP proof needs a recent nonce of this server",
            Optional.of(nonces.current()));

    for (TokenBuilder wrong :
        List.of(proof(), proof().claim("nonce", "abc"), proof().claim("nonce", 1))) {
      assertThat(strict.verify(new Sender().proofs(wrong.sign()).presented(), KEY.thumbprint()))
          .isEqualTo(useNonce);
    }
    String old = nonces.current();
    assertThat(verifyWithNonce(strict, old)).isEqualTo(PROVEN);

    clock.advance(Duration.ofMinutes(5));
    assertThat(verifyWithNonce(strict, old))
        .isEqualTo(new ProofResult.Proven(Optional.of(nonces.current())));
    assertThat(verifyWithNonce(strict, nonces.current())).isEqualTo(PROVEN);

    clock.advance(Duration.ofMinutes(5));
    assertThat(verifyWithNonce(strict, old)).isInstanceOf(ProofResult.Refused.class);
  }

  private ProofResult verifyWithNonce(DpopProofVerifier strict, String nonce) {
    return strict.verify(
        new Sender().proofs(proof().claim("nonce", nonce).sign()).presented(), KEY.thumbprint());
  }

  @Test
  void verifyWhenSettingsWantNoncesThenItMakesItsOwn() {
    DpopProofVerifier strict =
        new DpopProofVerifier(Sender.dpop(SenderConstraint.SUPPORTED, 100, true), clock);
    ProofResult first =
        strict.verify(new Sender().proofs(proof().sign()).presented(), KEY.thumbprint());

    assertThat(first)
        .isInstanceOfSatisfying(
            ProofResult.Refused.class,
            refused ->
                assertThat(verifyWithNonce(strict, refused.nonce().orElseThrow()))
                    .isEqualTo(PROVEN));
  }

  @Test
  void verifyWhenNoNonceIsWantedThenNoneIsLookedAt() {
    assertThat(verify(proof().claim("nonce", "of another server").sign())).isEqualTo(PROVEN);
  }

  @Test
  void toStringWhenPresentedThenHidesToken() {
    assertThat(new Sender().presented())
        .hasToString("PresentedToken[POST https://api.example.com/mcp, token hidden]");
  }
}
