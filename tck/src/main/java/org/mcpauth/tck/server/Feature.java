// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.util.Arrays;

/**
 * What a server may have on top, at an endpoint of its own. Nothing that a server sends says so: it
 * is in its profile.
 */
public enum Feature {
  /** One more protected resource with the same operations, for tokens of its own. */
  SECOND_RESOURCE("second-resource"),
  /** One more, which asks the issuer about every token (RFC 7662). */
  INTROSPECTION("introspection"),
  /** One more, where proofs of DPoP need a nonce of the server's (RFC 9449 §9). */
  DPOP_NONCE("dpop-nonce"),
  /**
   * One more, behind a proxy that passes on the certificates of clients (RFC 8705 §3, RFC 9440).
   */
  CERTIFICATE_HEADER("certificate-header"),
  /** One more, which asks the issuer and wants signed answers (RFC 9701). */
  SIGNED_INTROSPECTION("signed-introspection"),
  /** One more, with tools that need a certain authentication of the user (RFC 9470). */
  STEP_UP("step-up"),
  /**
   * One more, with sessions in the revisions that have them; if there is none, any may have them.
   */
  SESSIONS("sessions"),
  /** One more, with tools that need a role of the user, or are closed. */
  ROLES("roles"),
  /** One more, with a tool whose scope depends on its arguments. */
  ARGUMENTS("arguments"),
  /** One more, with tools that know more of their caller than the subject. */
  CALLER_DETAILS("caller-details"),
  /** One more, with a tool that calls another service for its caller (RFC 8693). */
  ON_BEHALF("on-behalf"),
  /** One more, with a tool that knows what was decided. */
  DECISIONS("decisions"),
  /** One more, whose lists name nothing but what the caller's scopes permit. */
  PERMITTED_LISTS("permitted-lists"),
  /** One more, whose descriptors of tools say what they require. */
  TOOL_REQUIREMENTS("tool-requirements"),
  /** One more, where callers of tools are told by a result what scopes they lack. */
  TOOL_ERROR("tool-error"),
  /** One more, where is closed what nothing is said about. */
  CLOSED_BY_DEFAULT("closed-by-default");

  /** The header of {@link #CERTIFICATE_HEADER} (RFC 9440 §2.1). */
  public static final String CERTIFICATE_HEADER_NAME = "Client-Cert";

  private final String label;

  Feature(String label) {
    this.label = label;
  }

  /**
   * Finds a feature.
   *
   * @param label as in a profile
   * @return the feature
   * @throws IllegalArgumentException if the TCK does not know it
   */
  public static Feature of(String label) {
    return Arrays.stream(values())
        .filter(feature -> feature.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown feature " + label));
  }

  /**
   * The name in a profile.
   *
   * @return lower case
   */
  public String label() {
    return label;
  }
}
