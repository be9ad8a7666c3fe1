// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mcpauth.internal.jose.EmbeddedKeyJwt;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;

/**
 * Verifies DPoP proofs: the twelve checks of RFC 9449 §4.3, the cheap ones first and the signature
 * last. A proof is remembered only after all of them, so that nobody without a token and its key
 * can fill the memory. Belongs to one resource. Thread-safe.
 */
public final class DpopProofVerifier {

  /** A proof by an RSA key of 4096 bits has about 2500 characters. */
  private static final int MAX_PROOF_LENGTH = 4096;

  private static final int MAX_JTI_LENGTH = 256;

  private static final String NOT_IN_TIME = "The DPoP proof is too old, or from the future";

  private final Dpop settings;
  private final Clock clock;
  private final Optional<DpopNonces> nonces;
  private final ReplayCache used;

  /**
   * Makes a verifier whose nonces, if the settings want some, have a random key.
   *
   * @param settings what is accepted
   * @param clock tells the time
   * @throws IllegalArgumentException if an algorithm is symmetric
   */
  public DpopProofVerifier(Dpop settings, Clock clock) {
    this(settings, clock, DpopNonces.of(settings, clock));
  }

  /**
   * Makes a verifier.
   *
   * @param settings what is accepted
   * @param clock tells the time
   * @param nonces which nonces proofs need; empty if none
   * @throws IllegalArgumentException if an algorithm is symmetric
   */
  public DpopProofVerifier(Dpop settings, Clock clock, Optional<DpopNonces> nonces) {
    if (settings.algorithms().stream().anyMatch(a -> a.equals("none") || a.startsWith("HS"))) {
      throw new IllegalArgumentException("RFC 9449 §4.2: alg has to be asymmetric");
    }
    this.settings = settings;
    this.clock = clock;
    this.nonces = nonces;
    this.used = new ReplayCache(settings.replayCacheSize(), clock);
  }

  /**
   * Verifies the proof of a request, and uses it up.
   *
   * @param presented the request
   * @param confirmed the thumbprint that the token is bound to ({@code cnf.jkt})
   * @return whether the sender has that key
   */
  public ProofResult verify(PresentedToken presented, String confirmed) {
    List<String> values = presented.proofs();
    if (values.size() != 1) {
      return ProofResult.Refused.proof(
          values.isEmpty() ? "There is no DPoP proof" : "The DPoP header occurs more than once");
    }
    String text = values.get(0);
    if (text.length() > MAX_PROOF_LENGTH) {
      return ProofResult.Refused.proof(
          "The DPoP proof is longer than " + MAX_PROOF_LENGTH + " characters");
    }
    try {
      return verify(Jose.parseWithEmbeddedKey(text), presented, confirmed);
    } catch (IllegalArgumentException e) {
      return ProofResult.Refused.proof("The DPoP proof is not one JWT with a public key");
    }
  }

  private ProofResult verify(EmbeddedKeyJwt proof, PresentedToken presented, String confirmed) {
    ProofClaims claims = new ProofClaims(proof.claims());
    String target =
        TargetUri.normalized(presented.target().get().toString())
            .orElseThrow(() -> new IllegalStateException("the resource has no HTTP URL"));
    Optional<ProofResult.Refused> refused =
        headerFault(proof)
            .or(() -> requestFault(claims, presented, target))
            .or(() -> timeFault(claims))
            .or(() -> tokenFault(proof, claims, presented.token(), confirmed))
            .or(() -> nonceFault(claims))
            .or(() -> signatureFault(proof));
    return refused.isPresent() ? refused.get() : useUp(proof, claims, target);
  }

  /** Checks 4 and 5. That the key is public (check 7) is the parser's part. */
  private Optional<ProofResult.Refused> headerFault(EmbeddedKeyJwt proof) {
    if (proof.header().type().filter("dpop+jwt"::equals).isEmpty()) {
      return refused("The type of the DPoP proof is not dpop+jwt");
    }
    return settings.algorithms().contains(proof.header().algorithm())
        ? Optional.empty()
        : refused("The algorithm of the DPoP proof is not accepted");
  }

  /** Checks 3, 8 and 9. */
  private static Optional<ProofResult.Refused> requestFault(
      ProofClaims claims, PresentedToken presented, String target) {
    if (claims.text("jti").filter(jti -> jti.length() <= MAX_JTI_LENGTH).isEmpty()) {
      return refused("The DPoP proof has no jti of up to " + MAX_JTI_LENGTH + " characters");
    }
    if (claims.text("htm").filter(presented.method()::equals).isEmpty()) {
      return refused("The DPoP proof is not for the method of this request");
    }
    return claims.text("htu").flatMap(TargetUri::normalized).filter(target::equals).isEmpty()
        ? refused("The DPoP proof is not for the URL of this resource")
        : Optional.empty();
  }

  /** Check 11. */
  private Optional<ProofResult.Refused> timeFault(ProofClaims claims) {
    Optional<Instant> issuedAt = claims.issuedAt();
    if (issuedAt.isEmpty()) {
      return refused("The DPoP proof does not say when it was made");
    }
    Duration distance = Duration.between(issuedAt.get(), clock.instant()).abs();
    return distance.compareTo(settings.maxAge()) > 0 ? refused(NOT_IN_TIME) : Optional.empty();
  }

  /** Check 12. That the keys differ is the token's fault, by the example in RFC 9449 §7.1. */
  private static Optional<ProofResult.Refused> tokenFault(
      EmbeddedKeyJwt proof, ProofClaims claims, String token, String confirmed) {
    String hash = Sha256.base64url(token.getBytes(StandardCharsets.US_ASCII));
    if (claims.text("ath").filter(ath -> Sha256.same(ath, hash)).isEmpty()) {
      return refused("The DPoP proof is not for this access token");
    }
    return Sha256.same(proof.thumbprint(), confirmed)
        ? Optional.empty()
        : Optional.of(
            ProofResult.Refused.token(
                "The access token is bound to another key than that of the DPoP proof"));
  }

  /** Check 10. */
  private Optional<ProofResult.Refused> nonceFault(ProofClaims claims) {
    if (nonces.isEmpty() || claims.text("nonce").filter(nonces.get()::isRecent).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProofResult.Refused(
            ProofError.USE_DPOP_NONCE,
            "The DPoP proof needs a recent nonce of this server",
            Optional.of(nonces.get().current())));
  }

  /** Check 6. */
  private static Optional<ProofResult.Refused> signatureFault(EmbeddedKeyJwt proof) {
    return proof.isSignedByItsKey()
        ? Optional.empty()
        : refused("The signature of the DPoP proof is not valid");
  }

  /** RFC 9449 §11.1. The claims are there: they passed the checks. */
  private ProofResult useUp(EmbeddedKeyJwt proof, ProofClaims claims, String target) {
    String jti = claims.text("jti").orElseThrow();
    Instant validUntil = claims.issuedAt().orElseThrow().plus(settings.maxAge());
    // The jti comes last, since it may hold anything, line ends too.
    String identity = proof.thumbprint() + '\n' + target + '\n' + jti;
    String key = Sha256.base64url(identity.getBytes(StandardCharsets.UTF_8));
    return switch (used.use(key, validUntil)) {
      case FIRST_USE ->
          new ProofResult.Proven(
              nonces.flatMap(own -> claims.text("nonce").flatMap(own::successorOf)));
      case ENDED -> ProofResult.Refused.proof(NOT_IN_TIME);
      case REPLAYED -> ProofResult.Refused.proof("The DPoP proof was used before");
      case FULL -> new ProofResult.Unavailable();
    };
  }

  private static Optional<ProofResult.Refused> refused(String description) {
    return Optional.of(ProofResult.Refused.proof(description));
  }
}
