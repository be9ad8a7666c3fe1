// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.discovery;

import java.net.URI;

/**
 * What was found at one location.
 *
 * @param location where it was looked for
 * @param outcome what kind of answer there was
 * @param seen the same in words
 */
public record Attempt(URI location, Outcome outcome, String seen) {

  /** Kinds of answers, by what clients do then. */
  public enum Outcome {
    /** A JSON object. */
    DOCUMENT,
    /** A status 4xx: clients try the next location. */
    ABSENT,
    /** Anything else that is no document: some clients stop here. */
    UNUSABLE,
    /** No answer at all. */
    NO_ANSWER
  }
}
