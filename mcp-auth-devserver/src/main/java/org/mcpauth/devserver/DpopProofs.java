// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.time.Clock;
import java.util.Map;
import org.mcpauth.devserver.internal.mint.DpopPress;
import org.mcpauth.devserver.internal.mint.TokenPlan;

/**
 * A DPoP key pair, and proofs of its possession (RFC 9449 §4): valid ones, and hostile ones that
 * servers must refuse. Needs no running server. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * DpopProofs key = DpopProofs.withNewKey(KeyAlgorithm.ES256);
 * String token = tokens.forResource(resource).confirmation("jkt", key.thumbprint()).mint();
 * String proof = key.proof("POST", resource).accessToken(token).mint();
 * }</pre>
 */
public final class DpopProofs {

  private final DpopPress press;

  private DpopProofs(DpopPress press) {
    this.press = press;
  }

  /**
   * Generates a key pair.
   *
   * @param algorithm P-256 for {@code ES256}, Ed25519 for {@code EdDSA}, RSA 2048 for {@code RS256}
   * @return proofs of that key
   */
  public static DpopProofs withNewKey(KeyAlgorithm algorithm) {
    return new DpopProofs(new DpopPress(algorithm.keyType(), Clock.systemUTC()));
  }

  /**
   * The same key with another clock than the system's.
   *
   * @param clock where {@code iat} comes from
   * @return proofs of the same key
   */
  public DpopProofs clock(Clock clock) {
    return new DpopProofs(press.at(clock));
  }

  /**
   * The JWK SHA-256 thumbprint, to which tokens are bound by {@code cnf.jkt} (RFC 9449 §6.1).
   *
   * @return base64url
   */
  public String thumbprint() {
    return press.thumbprint();
  }

  /**
   * A valid proof for one request, without {@code ath}.
   *
   * @param method the HTTP method, {@code htm}
   * @param uri the URI of the request, {@code htu}: query and fragment are left out
   * @return a draft
   */
  public DpopProof proof(String method, String uri) {
    return new DpopProof(press, TokenPlan.VALID.header((header, foreign) -> describe(header)))
        .claim("htm", method)
        .claim("htu", uri.split("[?#]", 2)[0]);
  }

  private void describe(Map<String, Object> header) {
    header.remove("kid");
    header.put("jwk", press.publicKey());
  }
}
