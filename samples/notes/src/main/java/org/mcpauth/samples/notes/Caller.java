// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import java.util.List;

/**
 * Who calls.
 *
 * @param subject the user, or the client where no user is involved
 * @param client the client
 * @param scopes what the access token allows
 */
public record Caller(String subject, String client, List<String> scopes) {

  /** Copies the list. */
  public Caller {
    scopes = List.copyOf(scopes);
  }
}
