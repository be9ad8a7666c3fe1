// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.io.Serial;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which proofs are believed where they need a nonce (RFC 9449 §9). */
public class NonceRules extends DpopRules {

  protected final String nonce = UUID.randomUUID().toString();

  public NonceRules(URI endpoint) {
    super(endpoint);
  }

  /** A proof without the nonce, which it tells. */
  public static final class NonceNeededException extends InvalidProofException {
    @Serial private static final long serialVersionUID = 1L;

    private final String nonce;

    NonceNeededException(String nonce) {
      super("nonce");
      this.nonce = nonce;
    }

    public String nonce() {
      return nonce;
    }
  }

  @Override
  public void verifyNonce(Map<String, Object> claims) throws InvalidProofException {
    if (!isKnown(claims.get("nonce"))) {
      throw new NonceNeededException(nonce);
    }
  }

  public boolean isKnown(@Nullable Object value) {
    return nonce.equals(value);
  }
}
