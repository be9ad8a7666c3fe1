// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.ChallengeSyntaxException;
import org.mcpauth.tck.http.Reply;

/** What RFC 9110 §11 and RFC 6750 §3 say about the form of a challenge. */
final class ChallengeGrammar {

  private static final String CHARACTERS = "\\x21\\x23-\\x5B\\x5D-\\x7E";

  private static final Pattern TEXT = Pattern.compile("[\\x20" + CHARACTERS + "]+");

  /** Characters outside of these sets would need quoting, or could end a header. */
  private static final Map<String, Pattern> VALUES =
      Map.of(
          "scope", Pattern.compile("[%1$s]+( [%1$s]+)*".formatted(CHARACTERS)),
          "error", TEXT,
          "error_description", TEXT,
          "error_uri", Pattern.compile("[" + CHARACTERS + "]+"),
          "resource_metadata", Pattern.compile("[" + CHARACTERS + "]+"));

  private ChallengeGrammar() {}

  static void requireWellFormed(Reply reply) {
    challenges(reply).stream()
        .filter(Challenge::isBearer)
        .forEach(challenge -> requireParameters(challenge, reply));
  }

  private static List<Challenge> challenges(Reply reply) {
    List<Challenge> challenges = new ArrayList<>();
    for (String line : reply.headers("WWW-Authenticate")) {
      try {
        challenges.addAll(Challenge.parse(line));
      } catch (ChallengeSyntaxException e) {
        fail("%s%n%s".formatted(e.getMessage(), reply), e);
      }
    }
    return challenges;
  }

  private static void requireParameters(Challenge challenge, Reply reply) {
    assertThat(challenge.parameters())
        .as("parameters, and no token68, of the Bearer challenge in %s", reply)
        .isNotEmpty()
        .doesNotContainKey("");
    VALUES.forEach(
        (name, characters) ->
            challenge
                .parameter(name)
                .ifPresent(
                    value -> assertThat(value).as("%s in %s", name, reply).matches(characters)));
  }
}
