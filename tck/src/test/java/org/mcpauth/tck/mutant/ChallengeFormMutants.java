// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.mcpauth.tck.mutant.ChangedChallenge.header;
import static org.mcpauth.tck.mutant.ChangedChallenge.invalidToken;
import static org.mcpauth.tck.mutant.ChangedChallenge.withoutToken;

import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.tck.server.Operation;

/** What the assertions about the form of a challenge must catch. */
final class ChallengeFormMutants {

  private static final String WELL_FORMED = "challenge-is-well-formed";
  private static final String CLIENTS = "challenge-is-read-by-real-clients";

  private ChallengeFormMutants() {}

  static List<Mutant> all() {
    return Stream.of(malformed(), unreadable()).flatMap(mutants -> mutants).toList();
  }

  private static Stream<Mutant> malformed() {
    return Stream.of(
        header(WELL_FORMED, "forgets commas", header -> header.replace(", ", " ")),
        header(WELL_FORMED, "says a parameter twice", header -> header + ", scope=\"more\""),
        header(WELL_FORMED, "does not end a quoted string", header -> header + ", realm=\"MCP"),
        header(WELL_FORMED, "has no parameters", header -> "Bearer"),
        header(WELL_FORMED, "quotes nothing", header -> header.replace("\"", "")),
        header(
            WELL_FORMED,
            "parts scopes by two spaces",
            header -> header.replace(Operation.BASELINE, Operation.BASELINE + "  more")),
        header(
            WELL_FORMED,
            "has a scope that is not ASCII",
            header -> header.replace(Operation.BASELINE, Operation.BASELINE + " gr\u00FCn")),
        withoutToken(
            WELL_FORMED,
            "has another line that is malformed",
            (answer, request) -> answer.with("www-authenticate", "Digest realm=\"MCP")),
        invalidToken(
            WELL_FORMED,
            "escapes quotes in a description",
            header -> header + ", error_description=\"no \\\"valid\\\" token\""));
  }

  private static Stream<Mutant> unreadable() {
    return Stream.of(
        header(CLIENTS, "has Basic first", header -> "Basic realm=\"MCP\", " + header),
        header(CLIENTS, "has two spaces", header -> header.replace("Bearer ", "Bearer  ")),
        header(CLIENTS, "has spaces around =", header -> header.replace("=\"", " = \"")),
        header(CLIENTS, "has capitals in names", header -> header.replace("scope=", "Scope=")),
        header(
            CLIENTS,
            "has a realm like a parameter",
            header -> header.replace("Bearer ", "Bearer realm=\"scope=all\", ")),
        header(
            CLIENTS,
            "has a scope of another scheme first",
            header -> header.replace("Bearer ", "Bearer resource_scope=\"all\", ")),
        invalidToken(
            CLIENTS,
            "has a description like a parameter",
            header -> header.replace("Bearer ", "Bearer error_description=\"needs scope=all\", ")));
  }
}
