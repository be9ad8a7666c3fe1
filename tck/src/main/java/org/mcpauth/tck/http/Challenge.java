// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A challenge of a {@code WWW-Authenticate} header (RFC 9110 §11.6.1).
 *
 * @param scheme as it was sent
 * @param parameters by name in lower case, in the order in which they were sent
 */
public record Challenge(String scheme, Map<String, String> parameters) {

  /** Copies the map, and keeps its order. */
  public Challenge {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Reads a header by the letter of RFC 9110.
   *
   * @param header the value of one {@code WWW-Authenticate} line
   * @return the challenges in it
   * @throws ChallengeSyntaxException if it is not well-formed
   */
  public static List<Challenge> parse(String header) throws ChallengeSyntaxException {
    return new ChallengeParser(header).parse();
  }

  /**
   * Reads several headers, and leaves out those that are not well-formed.
   *
   * @param headers the values of {@code WWW-Authenticate} lines
   * @return the challenges, in the order of the headers
   */
  public static List<Challenge> readable(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      try {
        challenges.addAll(parse(header));
      } catch (ChallengeSyntaxException e) {
        // Has an assertion of its own.
      }
    }
    return challenges;
  }

  /**
   * Tells whether this is one of RFC 6750.
   *
   * @return true if the scheme is Bearer, in any case
   */
  public boolean isBearer() {
    return scheme.equalsIgnoreCase("Bearer");
  }

  /**
   * A parameter.
   *
   * @param name in lower case
   * @return its value without quotes; empty if there is none
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * The parameter {@code scope} (RFC 6750 §3).
   *
   * @return the scope-tokens; none if there is no such parameter
   */
  public List<String> scopes() {
    return parameter("scope").stream()
        .flatMap(scope -> List.of(scope.split(" ", -1)).stream())
        .toList();
  }
}
