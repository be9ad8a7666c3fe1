// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.List;
import java.util.stream.Collectors;
import org.mcpauth.checker.internal.discovery.Attempt;
import org.mcpauth.checker.internal.discovery.Attempt.Outcome;
import org.mcpauth.checker.internal.discovery.Discovered;
import org.mcpauth.checker.internal.discovery.IssuerIdentifier;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** About the way to the metadata. */
public final class DiscoveryFindings {

  private DiscoveryFindings() {}

  /**
   * About the identifier itself.
   *
   * @param issuer as it was given
   * @return a finding
   */
  public static Finding syntax(IssuerIdentifier issuer) {
    List<String> faults = issuer.faults();
    return faults.isEmpty()
        ? Finding.ok(Check.ISSUER_SYNTAX, issuer.text())
        : Finding.error(
            Check.ISSUER_SYNTAX,
            issuer.text() + ": " + String.join(", ", faults),
            "An issuer identifier is an https URL without query and fragment; http is only for"
                + " loopback hosts.");
  }

  /**
   * About the locations where clients look.
   *
   * @param discovered what was found there
   * @return a finding
   */
  public static Finding locations(Discovered discovered) {
    String seen =
        discovered.attempts().stream()
            .map(attempt -> attempt.location() + " -> " + attempt.seen())
            .collect(Collectors.joining("; "));
    if (discovered.metadata().isEmpty()) {
      return Finding.error(
          Check.METADATA_DISCOVERY,
          seen,
          "Serve metadata at one of these locations, status 200, as a JSON object. Redirects are not"
              + " followed: give the issuer that the server itself uses.");
    }
    return isHiddenFromSome(discovered.attempts())
        ? Finding.warning(
            Check.METADATA_DISCOVERY,
            seen,
            "Clients ask in this order and some give up at the first answer that is neither a"
                + " document nor a status 4xx: answer 404 where there is nothing.")
        : Finding.ok(Check.METADATA_DISCOVERY, seen);
  }

  private static boolean isHiddenFromSome(List<Attempt> attempts) {
    return attempts.stream()
        .map(Attempt::outcome)
        .takeWhile(outcome -> outcome != Outcome.DOCUMENT)
        .anyMatch(outcome -> outcome != Outcome.ABSENT);
  }
}
