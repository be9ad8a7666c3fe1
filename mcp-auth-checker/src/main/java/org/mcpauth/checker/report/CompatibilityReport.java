// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.report;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an authorization server has and lacks for MCP. Immutable.
 *
 * @param issuer the issuer identifier, as it was given
 * @param time when it was looked at
 * @param metadataLocation where the metadata was found that the findings are about; empty if there
 *     is none
 * @param findings in the order of {@link Check}, at most one for each
 */
public record CompatibilityReport(
    String issuer, Instant time, Optional<URI> metadataLocation, List<Finding> findings) {

  /**
   * Copies the list.
   *
   * @param issuer the issuer identifier
   * @param time when it was looked at
   * @param metadataLocation where the metadata was found
   * @param findings what was found
   */
  public CompatibilityReport {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(metadataLocation, "metadataLocation");
    findings = List.copyOf(findings);
  }

  /**
   * Whether MCP clients and servers can work with this issuer, as far as can be seen from outside.
   *
   * @return true if there is no finding of severity {@link Severity#ERROR}
   */
  public boolean isCompatible() {
    return count(Severity.ERROR) == 0;
  }

  /**
   * How many findings there are of a severity.
   *
   * @param severity a severity
   * @return zero or more
   */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * What a check found.
   *
   * @param check a check
   * @return the finding; empty if the check could not be made
   */
  public Optional<Finding> finding(Check check) {
    return findings.stream().filter(finding -> finding.check() == check).findFirst();
  }
}
