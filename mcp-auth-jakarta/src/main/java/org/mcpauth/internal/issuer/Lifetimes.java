// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.time.Duration;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Holds what a server says about caching within what is configured. */
final class Lifetimes {

  private Lifetimes() {}

  /** At least the cool-down, or each request would fetch; at most the maximum. */
  static Duration clamped(Duration said, McpAuthSettings.Fetch settings) {
    Duration atMost = said.compareTo(settings.jwksMaxTtl()) < 0 ? said : settings.jwksMaxTtl();
    return atMost.compareTo(settings.jwksCoolDown()) > 0 ? atMost : settings.jwksCoolDown();
  }
}
