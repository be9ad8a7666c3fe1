// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.util.Optional;

/** Whether the sender of a token proved to be the one that it was issued to. */
public sealed interface ProofResult {

  /**
   * Calls the method for this case. Java 17 cannot switch on types; this way the compiler knows if
   * a case was forgotten.
   *
   * @param <R> what the cases result in
   * @param cases one method for every case
   * @return the result
   */
  <R> R accept(Cases<R> cases);

  /**
   * One method for every case.
   *
   * @param <R> what they result in
   */
  interface Cases<R> {
    R proven(Proven proven);

    R refused(Refused refused);

    R unavailable(Unavailable unavailable);
  }

  /**
   * The sender has the key, or the token is not bound to one and need not be.
   *
   * @param nonce what the next proof has to have as its nonce, to be sent with the answer ({@link
   *     DpopNonces#headers}); empty if the client has a good one already
   */
  record Proven(Optional<String> nonce) implements ProofResult {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.proven(this);
    }
  }

  /**
   * The request is to be answered with 401, on the scheme that it used.
   *
   * @param error the error
   * @param description why, in fixed words that may be shown to the client
   * @param nonce the nonce to be sent with the answer ({@link DpopNonces#headers}); present if that
   *     is the error
   */
  record Refused(ProofError error, String description, Optional<String> nonce)
      implements ProofResult {

    static Refused token(String description) {
      return new Refused(ProofError.INVALID_TOKEN, description, Optional.empty());
    }

    static Refused proof(String description) {
      return new Refused(ProofError.INVALID_DPOP_PROOF, description, Optional.empty());
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** 503: whether the proof was used before cannot be found out, for lack of memory. */
  record Unavailable() implements ProofResult {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unavailable(this);
    }
  }
}
