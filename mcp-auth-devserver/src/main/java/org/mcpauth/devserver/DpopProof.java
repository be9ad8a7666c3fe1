// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.devserver.internal.mint.DpopPress;
import org.mcpauth.devserver.internal.mint.Signing;
import org.mcpauth.devserver.internal.mint.Tampering;
import org.mcpauth.devserver.internal.mint.TokenPlan;

/**
 * A DPoP proof that is about to be made: valid unless told otherwise. Immutable: every method
 * returns a new draft, and one draft can be minted many times, each time with a new {@code jti}
 * unless one was set.
 */
public final class DpopProof {

  private final DpopPress press;
  private final TokenPlan plan;

  DpopProof(DpopPress press, TokenPlan plan) {
    this.press = press;
    this.plan = plan;
  }

  /**
   * Sets any claim.
   *
   * @param name its name
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public DpopProof claim(String name, Object value) {
    return with(plan.claims((claims, now) -> claims.put(name, value)));
  }

  /**
   * Leaves a claim out.
   *
   * @param name its name
   * @return a new draft
   */
  public DpopProof withoutClaim(String name) {
    return with(plan.claims((claims, now) -> claims.remove(name)));
  }

  /**
   * Sets any header parameter; the signature does not follow.
   *
   * @param name its name
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public DpopProof header(String name, Object value) {
    return with(plan.header((header, foreign) -> header.put(name, value)));
  }

  /**
   * Leaves a header parameter out.
   *
   * @param name its name
   * @return a new draft
   */
  public DpopProof withoutHeader(String name) {
    return with(plan.header((header, foreign) -> header.remove(name)));
  }

  /**
   * The access token that goes with the proof, {@code ath}: its SHA-256 hash.
   *
   * @param token the token; that of another one makes the proof invalid
   * @return a new draft
   */
  public DpopProof accessToken(String token) {
    return claim("ath", DpopPress.hash(token));
  }

  /**
   * A certain {@code jti}: minted twice, the second is a replay.
   *
   * @param id an identifier
   * @return a new draft
   */
  public DpopProof id(String id) {
    return claim("jti", id);
  }

  /**
   * When the proof was made, {@code iat}, counted from the minting.
   *
   * @param offset negative for the past
   * @return a new draft
   */
  public DpopProof issuedAfter(Duration offset) {
    return with(plan.claims((claims, now) -> claims.put("iat", now.plus(offset).getEpochSecond())));
  }

  /**
   * What the server wants to see again, {@code nonce} (RFC 9449 §8 and §9).
   *
   * @param nonce the value of {@code DPoP-Nonce}
   * @return a new draft
   */
  public DpopProof nonce(String nonce) {
    return claim("nonce", nonce);
  }

  /**
   * Another {@code typ} than {@code dpop+jwt}.
   *
   * @param type such as {@code JWT}
   * @return a new draft
   */
  public DpopProof type(String type) {
    return header("typ", type);
  }

  /**
   * {@code alg: none} and an empty signature.
   *
   * @return a new draft
   */
  public DpopProof algNone() {
    return with(plan.signedBy(Signing.NONE));
  }

  /**
   * HS256, the secret being the bytes of the public key in {@code jwk}.
   *
   * @return a new draft
   */
  public DpopProof hs256() {
    return with(plan.signedBy(Signing.HMAC_WITH_PUBLIC_DER));
  }

  /**
   * Shows the private key in {@code jwk}; properly signed (RFC 9449 §4.3, check 7).
   *
   * @return a new draft
   */
  public DpopProof privateKeyShown() {
    return header("jwk", press.privateKey());
  }

  /**
   * Signed by another key than the one in {@code jwk}.
   *
   * @return a new draft
   */
  public DpopProof foreignKey() {
    return with(plan.signedBy(Signing.FOREIGN_KEY));
  }

  /**
   * One bit of the signature is wrong.
   *
   * @return a new draft
   */
  public DpopProof tamperedSignature() {
    return with(plan.compact(Tampering::signature));
  }

  /**
   * Makes the proof large by a claim.
   *
   * @param bytes how many bytes the proof has at least
   * @return a new draft
   */
  public DpopProof oversized(int bytes) {
    return claim("padding", "x".repeat(bytes));
  }

  /**
   * Makes the proof.
   *
   * @return the value of a {@code DPoP} header
   */
  public String mint() {
    return press.mint(plan);
  }

  /**
   * Makes several proofs: for as many header lines, or one with commas; both are forbidden (RFC
   * 9449 §4.3, check 1).
   *
   * @param number how many
   * @return valid each by itself
   */
  public List<String> mintSeveral(int number) {
    return Stream.generate(this::mint).limit(number).toList();
  }

  private DpopProof with(TokenPlan changed) {
    return new DpopProof(press, changed);
  }
}
