// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requests that are sent, made before anything is measured. */
final class Calls {

  private final Map<Mode, byte[]> known;
  private final Map<Mode, List<byte[]>> unique;
  private final int uniquePerRound;
  private final byte[] insufficient;

  /**
   * Makes the requests.
   *
   * @param port where the protected server will listen
   * @param rs256 an issuer
   * @param es256 another issuer
   * @param rounds how many rounds there will be
   * @param uniquePerRound how many requests with new tokens each round has
   */
  Calls(int port, Tokens rs256, Tokens es256, int rounds, int uniquePerRound) {
    int count = rounds * uniquePerRound;
    this.known =
        Map.of(
            Mode.RS256_KNOWN, request(port, rs256.sufficient()),
            Mode.ES256_KNOWN, request(port, es256.sufficient()));
    this.unique =
        Map.of(
            Mode.RS256_UNIQUE, requests(port, rs256.different(count)),
            Mode.ES256_UNIQUE, requests(port, es256.different(count)));
    this.uniquePerRound = uniquePerRound;
    this.insufficient = request(port, rs256.insufficient());
  }

  /** A request whose token is the same each time. */
  byte[] known(Mode mode) {
    return Objects.requireNonNull(known.get(mode), "no request for this mode");
  }

  /** A request that must be refused. */
  byte[] insufficient() {
    return insufficient;
  }

  /** The requests of one round: none of them was sent before, as far as one server knows. */
  List<byte[]> ofRound(Mode mode, int round) {
    return unique
        .getOrDefault(mode, List.of())
        .subList(round * uniquePerRound, (round + 1) * uniquePerRound);
  }

  private static List<byte[]> requests(int port, List<String> tokens) {
    return tokens.stream().map(token -> request(port, token)).toList();
  }

  private static byte[] request(int port, String token) {
    return CallRequest.of(port, Optional.of(token));
  }
}
