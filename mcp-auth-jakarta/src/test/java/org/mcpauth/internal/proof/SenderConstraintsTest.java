// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.internal.settings.ResourceSettings.SenderConstraint.OFF;
import static org.mcpauth.internal.settings.ResourceSettings.SenderConstraint.REQUIRED;
import static org.mcpauth.internal.settings.ResourceSettings.SenderConstraint.SUPPORTED;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.ResourceSettings.Mtls;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

class SenderConstraintsTest {

  private static final ClientCertificate A = ClientCertificate.A;
  private static final ClientCertificate B = ClientCertificate.B;

  private static final Confirmation UNBOUND =
      new Confirmation(Optional.empty(), Optional.empty(), true);
  private static final Confirmation DPOP_BOUND =
      new Confirmation(Optional.of(SigningKey.P256.thumbprint()), Optional.empty(), true);
  private static final Confirmation MTLS_BOUND =
      new Confirmation(Optional.empty(), Optional.of(A.thumbprint()), true);
  private static final Confirmation BOUND_BOTH_WAYS =
      new Confirmation(DPOP_BOUND.jkt(), MTLS_BOUND.x5tS256(), true);
  private static final Confirmation NOT_UNDERSTOOD =
      new Confirmation(Optional.empty(), Optional.empty(), false);

  private static final ProofResult ACCEPTED = new ProofResult.Proven(Optional.empty());
  private static final ProofResult NOT_VERIFIABLE =
      invalidToken("The access token is bound to a key, which cannot be verified here");

  private final MutableClock clock = new MutableClock();

  private SenderConstraints constraints(SenderConstraint dpop, SenderConstraint mtls) {
    return constraints(dpop, mtls, null);
  }

  private SenderConstraints constraints(
      SenderConstraint dpop, SenderConstraint mtls, @Nullable String header) {
    return new SenderConstraints(
        Sender.dpop(dpop), new Mtls(mtls, header), new DpopProofVerifier(Sender.dpop(dpop), clock));
  }

  private Sender withProof() {
    return new Sender().proofs(proof());
  }

  private String proof() {
    return Sender.proof(SigningKey.P256, clock).sign();
  }

  private static ProofResult invalidToken(String description) {
    return new ProofResult.Refused(ProofError.INVALID_TOKEN, description, Optional.empty());
  }

  private static ProofResult invalidProof(String description) {
    return new ProofResult.Refused(ProofError.INVALID_DPOP_PROOF, description, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"REQUIRED"})
  void decideWhenUnboundBearerThenAcceptedAndAProofIsIgnored(SenderConstraint constraint) {
    SenderConstraints constraints = constraints(constraint, constraint);

    assertThat(constraints.decide(UNBOUND, new Sender().bearer().presented())).isEqualTo(ACCEPTED);
    assertThat(constraints.decide(UNBOUND, new Sender().bearer().proofs("x", "y").presented()))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void decideWhenDpopBoundAndProvenThenAccepted() {
    for (SenderConstraint dpop : List.of(SUPPORTED, REQUIRED)) {
      assertThat(constraints(dpop, OFF).decide(DPOP_BOUND, withProof().presented()))
          .isEqualTo(ACCEPTED);
    }
  }

  @Test
  void decideWhenDpopBoundThenProofHasToBeOneAndUnused() {
    SenderConstraints constraints = constraints(SUPPORTED, OFF);
    String proof = proof();

    assertThat(constraints.decide(DPOP_BOUND, new Sender().presented()))
        .isEqualTo(invalidProof("There is no DPoP proof"));
    assertThat(constraints.decide(DPOP_BOUND, new Sender().proofs(proof, proof).presented()))
        .isEqualTo(invalidProof("The DPoP header occurs more than once"));
    assertThat(constraints.decide(DPOP_BOUND, new Sender().proofs(proof).presented()))
        .isEqualTo(ACCEPTED);
    assertThat(constraints.decide(DPOP_BOUND, new Sender().proofs(proof).presented()))
        .isEqualTo(invalidProof("The DPoP proof was used before"));
  }

  /** RFC 9449 §7.2, also with a proof that is right. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OFF"})
  void decideWhenDpopBoundAndSentAsBearerThenRefused(SenderConstraint dpop) {
    for (Sender sender : List.of(new Sender(), withProof())) {
      assertThat(constraints(dpop, OFF).decide(DPOP_BOUND, sender.bearer().presented()))
          .isEqualTo(
              invalidToken(
                  "The access token is bound to a DPoP key and was sent as a bearer token"));
    }
  }

  @Test
  void decideWhenDpopSchemeAndTokenIsNotBoundThenRefused() {
    ProofResult refused =
        invalidToken("The access token is not bound to a DPoP key, but was sent as if it were");

    assertThat(constraints(SUPPORTED, OFF).decide(UNBOUND, withProof().presented()))
        .isEqualTo(refused);
    assertThat(constraints(OFF, OFF).decide(UNBOUND, withProof().presented())).isEqualTo(refused);
    assertThat(
            constraints(SUPPORTED, SUPPORTED)
                .decide(MTLS_BOUND, withProof().certificate(A).presented()))
        .isEqualTo(refused);
  }

  @Test
  void decideWhenDpopIsRequiredAndTokenIsNotBoundThenRefused() {
    for (Sender sender : List.of(new Sender(), new Sender().bearer(), withProof())) {
      assertThat(constraints(REQUIRED, OFF).decide(UNBOUND, sender.presented()))
          .isEqualTo(
              invalidToken("The access token is not bound to a DPoP key, which is required here"));
    }
  }

  @Test
  void decideWhenBoundAndOffThenRefused() {
    assertThat(constraints(OFF, REQUIRED).decide(DPOP_BOUND, withProof().presented()))
        .isEqualTo(NOT_VERIFIABLE);
    assertThat(
            constraints(SUPPORTED, OFF)
                .decide(MTLS_BOUND, new Sender().bearer().certificate(A).presented()))
        .isEqualTo(NOT_VERIFIABLE);
    for (SenderConstraint other : List.of(SUPPORTED, REQUIRED)) {
      assertThat(
              constraints(other, OFF)
                  .decide(BOUND_BOTH_WAYS, withProof().certificate(A).presented()))
          .isEqualTo(NOT_VERIFIABLE);
      assertThat(
              constraints(OFF, other)
                  .decide(BOUND_BOTH_WAYS, withProof().certificate(A).presented()))
          .isEqualTo(NOT_VERIFIABLE);
    }
  }

  @Test
  void decideWhenBoundInAnUnknownWayThenRefused() {
    for (SenderConstraint every : SenderConstraint.values()) {
      SenderConstraints constraints = constraints(every, every);
      assertThat(constraints.decide(NOT_UNDERSTOOD, withProof().certificate(A).presented()))
          .isEqualTo(NOT_VERIFIABLE);
      assertThat(
              constraints.decide(NOT_UNDERSTOOD, new Sender().bearer().certificate(A).presented()))
          .isEqualTo(NOT_VERIFIABLE);
    }
  }

  /** RFC 8705 §3. */
  @Test
  void decideWhenCertificateBoundThenThatCertificateHasToBeUsed() {
    for (SenderConstraint mtls : List.of(SUPPORTED, REQUIRED)) {
      SenderConstraints constraints = constraints(OFF, mtls);
      assertThat(constraints.decide(MTLS_BOUND, new Sender().bearer().certificate(A).presented()))
          .isEqualTo(ACCEPTED);
      assertThat(constraints.decide(MTLS_BOUND, new Sender().bearer().certificate(B).presented()))
          .isEqualTo(invalidToken("The access token is bound to another client certificate"));
      assertThat(constraints.decide(MTLS_BOUND, new Sender().bearer().presented()))
          .isEqualTo(
              invalidToken("The access token is bound to a client certificate, and none was used"));
    }
  }

  @Test
  void decideWhenCertificateIsRequiredAndTokenIsNotBoundThenRefused() {
    assertThat(
            constraints(OFF, REQUIRED)
                .decide(UNBOUND, new Sender().bearer().certificate(A).presented()))
        .isEqualTo(
            invalidToken(
                "The access token is not bound to a client certificate, as required here"));
  }

  @Test
  void decideWhenBoundBothWaysThenBothAreChecked() {
    SenderConstraints constraints = constraints(SUPPORTED, SUPPORTED);
    String proof = proof();

    assertThat(
            constraints.decide(
                BOUND_BOTH_WAYS, new Sender().proofs(proof).certificate(B).presented()))
        .isEqualTo(invalidToken("The access token is bound to another client certificate"));
    assertThat(constraints.decide(BOUND_BOTH_WAYS, new Sender().certificate(A).presented()))
        .isEqualTo(invalidProof("There is no DPoP proof"));
    // The refused attempt with the wrong certificate did not use up the proof.
    assertThat(
            constraints.decide(
                BOUND_BOTH_WAYS, new Sender().proofs(proof).certificate(A).presented()))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void decideWhenBothAreRequiredThenOneIsNotEnough() {
    SenderConstraints constraints = constraints(REQUIRED, REQUIRED);

    assertThat(constraints.decide(DPOP_BOUND, withProof().certificate(A).presented()))
        .isEqualTo(
            invalidToken(
                "The access token is not bound to a client certificate, as required here"));
    assertThat(constraints.decide(MTLS_BOUND, new Sender().bearer().certificate(A).presented()))
        .isEqualTo(
            invalidToken("The access token is not bound to a DPoP key, which is required here"));
    assertThat(constraints.decide(BOUND_BOTH_WAYS, withProof().certificate(A).presented()))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void decideWhenHeaderIsConfiguredThenItsCertificateCounts() {
    SenderConstraints constraints = constraints(OFF, SUPPORTED, "Client-Cert");

    assertThat(
            constraints.decide(
                MTLS_BOUND,
                new Sender()
                    .bearer()
                    .header("Client-Cert", ":" + A.base64() + ":")
                    .certificate(B)
                    .presented()))
        .isEqualTo(ACCEPTED);
    assertThat(
            constraints.decide(
                MTLS_BOUND,
                new Sender()
                    .bearer()
                    .header("Client-Cert", B.escapedPem())
                    .certificate(A)
                    .presented()))
        .isEqualTo(invalidToken("The access token is bound to another client certificate"));
  }

  /** Behind a proxy the certificate that the container sees is that of the proxy. */
  @Test
  void decideWhenConfiguredHeaderIsAbsentThenContainerIsNotAsked() {
    SenderConstraints constraints = constraints(OFF, SUPPORTED, "Client-Cert");
    ProofResult none =
        invalidToken("The access token is bound to a client certificate, and none was used");

    assertThat(constraints.decide(MTLS_BOUND, new Sender().bearer().certificate(A).presented()))
        .isEqualTo(none);
    assertThat(
            constraints.decide(
                MTLS_BOUND,
                new Sender().bearer().header("Client-Cert", "").certificate(A).presented()))
        .isEqualTo(none);
  }

  @Test
  void decideWhenConfiguredHeaderIsTwiceOrUnreadableThenRefused() {
    SenderConstraints constraints = constraints(OFF, SUPPORTED, "Client-Cert");

    assertThat(
            constraints.decide(
                MTLS_BOUND,
                new Sender().bearer().header("Client-Cert", A.base64(), A.base64()).presented()))
        .isEqualTo(invalidToken("The header with the client certificate occurs more than once"));
    assertThat(
            constraints.decide(
                MTLS_BOUND, new Sender().bearer().header("Client-Cert", "(null)").presented()))
        .isEqualTo(invalidToken("The header with the client certificate cannot be read"));
  }

  /** Anybody can send a header. Asked for by any name, it would be the right certificate. */
  @Test
  void decideWhenNoHeaderIsConfiguredThenNoneIsRead() {
    List<String> asked = new ArrayList<>();
    PresentedToken presented =
        new PresentedToken(
            Sender.TOKEN,
            false,
            "POST",
            () -> Sender.TARGET,
            name -> {
              asked.add(name);
              return List.of(A.base64());
            },
            Optional::empty);

    assertThat(constraints(OFF, SUPPORTED).decide(MTLS_BOUND, presented))
        .isEqualTo(
            invalidToken("The access token is bound to a client certificate, and none was used"));
    assertThat(asked).isEmpty();
  }

  /** Asking costs, and asking the container may fail: an unbound token needs nothing of it. */
  @Test
  void decideWhenUnboundThenNothingElseIsAskedFor() {
    List<String> asked = new ArrayList<>();
    PresentedToken presented =
        new PresentedToken(
            Sender.TOKEN,
            false,
            "POST",
            () -> {
              asked.add("URL");
              return Sender.TARGET;
            },
            name -> {
              asked.add(name);
              return List.of();
            },
            () -> {
              asked.add("certificate");
              return Optional.<X509Certificate>empty();
            });

    assertThat(constraints(SUPPORTED, SUPPORTED).decide(UNBOUND, presented)).isEqualTo(ACCEPTED);
    assertThat(asked).isEmpty();
  }
}
