// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

/** What is measured in each round. */
enum Mode {
  UNPROTECTED("unprotected"),
  RS256_KNOWN("RS256, known token"),
  ES256_KNOWN("ES256, known token"),
  RS256_UNIQUE("RS256, every token is new"),
  ES256_UNIQUE("ES256, every token is new");

  private final String title;

  Mode(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** For the others the figures are for information. */
  boolean hasAim() {
    return this == RS256_KNOWN || this == ES256_KNOWN;
  }
}
