// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requests to a protected server, made before anything is measured. */
final class Calls {

  private final Map<Mode, byte[]> known;
  private final Map<Mode, List<byte[]>> unique;
  private final int uniquePerRound;
  private final byte[] insufficient;
  private final byte[] anonymous;

  /**
   * Makes the requests.
   *
   * @param request what is asked of the protected server
   * @param rs256 tokens of an issuer
   * @param es256 tokens of another issuer
   * @param uniquePerRound how many requests with new tokens each round has
   */
  Calls(CallRequest request, TokenSet rs256, TokenSet es256, int uniquePerRound) {
    this.known =
        Map.of(
            Mode.RS256_KNOWN, request(request, rs256.known()),
            Mode.ES256_KNOWN, request(request, es256.known()));
    this.unique =
        Map.of(
            Mode.RS256_UNIQUE, requests(request, rs256.different()),
            Mode.ES256_UNIQUE, requests(request, es256.different()));
    this.uniquePerRound = uniquePerRound;
    this.insufficient = request(request, rs256.insufficient());
    this.anonymous = request.with(Optional.empty());
  }

  /** A request whose token is the same each time. */
  byte[] known(Mode mode) {
    return Objects.requireNonNull(known.get(mode), "no request for this mode");
  }

  /** A request that must be refused. */
  byte[] insufficient() {
    return insufficient;
  }

  /** A request that must be refused, too. */
  byte[] anonymous() {
    return anonymous;
  }

  /** The requests of one round: none of them was sent before, as far as one server knows. */
  List<byte[]> ofRound(Mode mode, int round) {
    return unique
        .getOrDefault(mode, List.of())
        .subList(round * uniquePerRound, (round + 1) * uniquePerRound);
  }

  private static List<byte[]> requests(CallRequest request, List<String> tokens) {
    return tokens.stream().map(token -> request(request, token)).toList();
  }

  private static byte[] request(CallRequest request, String token) {
    return request.with(Optional.of(token));
  }
}
