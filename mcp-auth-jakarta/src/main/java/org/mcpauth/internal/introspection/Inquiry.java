// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.VerifiedClaims;

/**
 * How one authorization server is asked about tokens, whatever the wording: not about those of
 * another issuer, not again about one that was just found inactive, once for all threads that want
 * to know the same. Thread-safe.
 */
final class Inquiry {

  private final Predicate<String> foreign;
  private final InactiveTokens inactive;
  private final SharedAnswers<Optional<VerifiedClaims>> shared;
  private final Function<String, Optional<VerifiedClaims>> question;

  /**
   * Makes an inquiry.
   *
   * @param settings for how long answers count
   * @param foreign knows the tokens that must not be sent to this server
   * @param backchannel the clock and the limits
   * @param question asks about a token; empty if it is not active
   */
  Inquiry(
      IssuerSettings settings,
      Predicate<String> foreign,
      Backchannel backchannel,
      Function<String, Optional<VerifiedClaims>> question) {
    this.foreign = foreign;
    this.inactive = new InactiveTokens(settings.introspection().negativeTtl(), backchannel.clock());
    this.shared = new SharedAnswers<>(backchannel.limits());
    this.question = question;
  }

  Optional<VerifiedClaims> about(String token) {
    if (foreign.test(token)) {
      return Optional.empty();
    }
    TokenDigest key = TokenDigest.of(token);
    return inactive.contains(key) ? Optional.empty() : shared.ask(key, () -> ask(token, key));
  }

  /** How many threads wait for another thread's answer. */
  int waiting() {
    return shared.waiting();
  }

  private Optional<VerifiedClaims> ask(String token, TokenDigest key) {
    // Another thread may have finished between the look into the memory and the turn.
    if (inactive.contains(key)) {
      return Optional.empty();
    }
    Optional<VerifiedClaims> answer = question.apply(token);
    if (answer.isEmpty()) {
      inactive.add(key);
    }
    return answer;
  }
}
