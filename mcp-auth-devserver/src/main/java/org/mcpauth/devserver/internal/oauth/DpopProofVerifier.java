// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;

/** DPoP proofs at the token endpoint (RFC 9449 §5), checked by the OAuth SDK. */
final class DpopProofVerifier {

  /** Not EdDSA: the JOSE library verifies it only with one more dependency. */
  static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

  private static final @Nullable Set<Nonce> NO_NONCES = null;

  private static final int MOST = 10_000;
  private static final long SKEW_SECONDS = 30;
  private static final long AGE_SECONDS = 300;

  private final DPoPTokenRequestVerifier verifier;
  private final BoundedStore<Boolean> used;

  DpopProofVerifier(ServerSettings settings) {
    this.used = new BoundedStore<>(MOST, Duration.ofSeconds(2 * AGE_SECONDS), settings.clock());
    this.verifier =
        new DPoPTokenRequestVerifier(
            new LinkedHashSet<>(ALGORITHMS),
            settings.endpoint(Paths.TOKEN),
            SKEW_SECONDS,
            AGE_SECONDS,
            this::useOnce);
  }

  /** Returns the thumbprint of the proven key, or nothing if the request has no proof. */
  Optional<String> verify(Request request, ClientInformation client) throws GeneralException {
    List<String> proofs = request.headers().getOrDefault("dpop", List.of());
    if (proofs.isEmpty()) {
      return Optional.empty();
    }
    if (proofs.size() > 1) {
      throw invalidProof();
    }
    try {
      DPoPIssuer issuer = new DPoPIssuer(client.getID());
      SignedJWT proof = SignedJWT.parse(proofs.get(0));
      return Optional.of(verifier.verify(issuer, proof, NO_NONCES, null).getValue().toString());
    } catch (ParseException | InvalidDPoPProofException | JOSEException e) {
      throw invalidProof();
    }
  }

  private synchronized void useOnce(DPoPProofUse use) throws AlreadyUsedException {
    String key = use.getIssuer().getValue() + " " + use.getJWTID().getValue();
    if (used.get(key).isPresent()) {
      throw new AlreadyUsedException("the proof was used before");
    }
    used.put(key, true);
  }

  private static GeneralException invalidProof() {
    return Messages.refusal(
        OAuth2Error.INVALID_DPOP_PROOF.setHTTPStatusCode(400), "the DPoP proof is not valid");
  }
}
