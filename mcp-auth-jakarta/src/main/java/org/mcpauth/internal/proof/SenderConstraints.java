// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.util.Optional;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;
import org.mcpauth.internal.settings.ResourceSettings.Mtls;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/**
 * Decides whether a verified token may be used by whoever sent it: whether it has to be bound to a
 * key, by DPoP (RFC 9449) or a client certificate (RFC 8705), and whether the sender has that key.
 * What is bound both ways is proven both ways. Belongs to one resource. Thread-safe.
 */
public final class SenderConstraints {

  private final SenderConstraint dpop;
  private final SenderConstraint mtls;
  private final DpopProofVerifier proofs;
  private final CertificateBinding certificates;

  /**
   * Makes the rules of a resource.
   *
   * @param dpop whether tokens may or have to be bound to a DPoP key
   * @param mtls whether tokens may or have to be bound to a client certificate, and where that is
   * @param proofs verifies DPoP proofs
   */
  public SenderConstraints(Dpop dpop, Mtls mtls, DpopProofVerifier proofs) {
    this.dpop = dpop.constraint();
    this.mtls = mtls.constraint();
    this.proofs = proofs;
    this.certificates = new CertificateBinding(mtls);
  }

  /**
   * Decides about one request, and uses up its proof if it needs one. A proof that comes along with
   * an unbound bearer token is not looked at.
   *
   * @param confirmation what the token is bound to
   * @param presented the request
   * @return whether the sender may use the token
   */
  public ProofResult decide(Confirmation confirmation, PresentedToken presented) {
    Optional<ProofResult.Refused> refused =
        bindingFault(confirmation)
            .or(() -> schemeFault(confirmation, presented.dpopScheme()))
            .or(() -> confirmation.x5tS256().flatMap(x -> certificates.fault(presented, x)));
    if (refused.isPresent()) {
      return refused.get();
    }
    // Last, since it uses up the proof.
    return confirmation
        .jkt()
        .map(jkt -> proofs.verify(presented, jkt))
        .orElseGet(() -> new ProofResult.Proven(Optional.empty()));
  }

  /** What can be said about the token alone. */
  private Optional<ProofResult.Refused> bindingFault(Confirmation confirmation) {
    boolean dpopBound = confirmation.jkt().isPresent();
    boolean mtlsBound = confirmation.x5tS256().isPresent();
    if (!confirmation.understood()
        || (dpopBound && dpop == SenderConstraint.OFF)
        || (mtlsBound && mtls == SenderConstraint.OFF)) {
      return refused("The access token is bound to a key, which cannot be verified here");
    }
    if (!dpopBound && dpop == SenderConstraint.REQUIRED) {
      return refused("The access token is not bound to a DPoP key, which is required here");
    }
    if (!mtlsBound && mtls == SenderConstraint.REQUIRED) {
      return refused("The access token is not bound to a client certificate, as required here");
    }
    return Optional.empty();
  }

  /** RFC 9449 §7.1 and §7.2: the scheme DPoP is for tokens that are bound, and for all of them. */
  private static Optional<ProofResult.Refused> schemeFault(
      Confirmation confirmation, boolean dpopScheme) {
    boolean dpopBound = confirmation.jkt().isPresent();
    if (dpopBound && !dpopScheme) {
      return refused("The access token is bound to a DPoP key and was sent as a bearer token");
    }
    return dpopScheme && !dpopBound
        ? refused("The access token is not bound to a DPoP key, but was sent as if it were")
        : Optional.empty();
  }

  private static Optional<ProofResult.Refused> refused(String description) {
    return Optional.of(ProofResult.Refused.token(description));
  }
}
