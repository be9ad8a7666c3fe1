// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import org.mcpauth.devserver.internal.mint.Signing;
import org.mcpauth.devserver.internal.mint.Tampering;
import org.mcpauth.devserver.internal.mint.TokenPlan;
import org.mcpauth.devserver.internal.mint.TokenPress;

/**
 * An access token that is about to be minted: valid unless told otherwise, an RFC 9068 JWT signed
 * by the server's current key. Immutable: every method returns a new draft, and one draft can be
 * minted many times, each time with a new {@code jti}.
 */
public final class TokenDraft extends TokenHeaderOptions<TokenDraft> {

  private final TokenPress press;
  private final TokenPlan plan;

  TokenDraft(TokenPress press, TokenPlan plan) {
    this.press = press;
    this.plan = plan;
  }

  @Override
  TokenPlan plan() {
    return plan;
  }

  @Override
  TokenDraft with(TokenPlan changed) {
    return new TokenDraft(press, changed);
  }

  /**
   * Signed by a key that the server never published, under the {@code kid} of the one it did.
   *
   * @return a new draft
   */
  public TokenDraft foreignKey() {
    return with(plan.signedBy(Signing.FOREIGN_KEY));
  }

  /**
   * {@code alg: none} and an empty signature (RFC 8725 §2.1).
   *
   * @return a new draft
   */
  public TokenDraft algNone() {
    return with(plan.signedBy(Signing.NONE));
  }

  /**
   * HS256, the secret being the PEM text of the public key: algorithm confusion (RFC 8725 §2.1).
   *
   * @return a new draft
   */
  public TokenDraft hs256WithPublicKeyPem() {
    return with(plan.signedBy(Signing.HMAC_WITH_PUBLIC_PEM));
  }

  /**
   * HS256, the secret being the DER bytes of the public key: algorithm confusion (RFC 8725 §2.1).
   *
   * @return a new draft
   */
  public TokenDraft hs256WithPublicKeyDer() {
    return with(plan.signedBy(Signing.HMAC_WITH_PUBLIC_DER));
  }

  /**
   * HS256, the secret being the modulus of the public key (the x coordinate of other than RSA
   * keys): algorithm confusion (RFC 8725 §2.1).
   *
   * @return a new draft
   */
  public TokenDraft hs256WithPublicKeyModulus() {
    return with(plan.signedBy(Signing.HMAC_WITH_PUBLIC_MODULUS));
  }

  /**
   * HS256 with a secret that the verifier knows too; there is no {@code kid}.
   *
   * @param secret at least 32 bytes (RFC 7518 §3.2); copied
   * @return a new draft
   * @throws IllegalArgumentException if the secret is shorter
   */
  public TokenDraft hs256(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a secret for HS256 has 32 bytes at least");
    }
    return with(plan.signedBy(Signing.hmac(secret)));
  }

  /**
   * Encrypts the signed token (JWE). What is set before concerns the JWT inside; of the changes to
   * finished tokens those that come later, such as {@link #tamperedSignature()}, concern the JWE.
   * Introspection does not know encrypted tokens.
   *
   * @param encryption to whom, and how
   * @return a new draft
   */
  public TokenDraft encrypted(TokenEncryption encryption) {
    return with(plan.compact(encryption::encrypt));
  }

  /**
   * The subject is another one than was signed.
   *
   * @return a new draft
   */
  public TokenDraft tamperedPayload() {
    return with(plan.compact(token -> Tampering.payload(token, "sub", "mallory")));
  }

  /**
   * One bit of the signature is wrong.
   *
   * @return a new draft
   */
  public TokenDraft tamperedSignature() {
    return with(plan.compact(Tampering::signature));
  }

  /**
   * A random string instead of a JWT, a reference token: introspection alone knows what it says.
   *
   * @return a new draft
   */
  public TokenDraft opaque() {
    return with(plan.asOpaque());
  }

  /**
   * Mints.
   *
   * @return the token, as it goes into the Authorization header
   */
  public String mint() {
    return press.mint(plan);
  }
}
