// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

/**
 * What operators are told.
 *
 * @param audit {@code mcp.auth.audit}
 * @param auditSubject {@code mcp.auth.audit.subject}
 * @param health {@code mcp.auth.health}
 */
public record Observability(Audit audit, AuditSubject auditSubject, boolean health) {

  /** Which decisions are in the audit log. */
  public enum Audit {
    /** None. */
    OFF,
    /** Refusals. */
    DENIED,
    /** Every one. */
    ALL
  }

  /** How the audit log names users. */
  public enum AuditSubject {
    /** By the claim {@code sub}. */
    PLAIN,
    /** By a hash of issuer and {@code sub}. */
    HASHED,
    /** Not at all. */
    NONE
  }
}
