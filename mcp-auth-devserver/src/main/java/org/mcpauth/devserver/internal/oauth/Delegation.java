// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.time.Instant;
import java.util.Map;

/**
 * What a token has of the one that it was exchanged for.
 *
 * @param actor the claim {@code act} (RFC 8693 §4.1): who acts for the subject, and for whom that
 *     one did before
 * @param end until when the subject's own token is valid
 */
record Delegation(Map<String, Object> actor, Instant end) {

  Delegation {
    actor = Map.copyOf(actor);
  }
}
