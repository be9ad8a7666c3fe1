// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import java.util.List;
import java.util.Optional;

/**
 * A user of the desk, as the authorization server knows her.
 *
 * @param subject the claim {@code sub}
 * @param name the full name, which only the UserInfo endpoint tells
 * @param email the claim {@code email}; empty if there is no address
 * @param groups the claim {@code groups}, which are the roles at the desk
 */
record DeskUser(String subject, String name, Optional<String> email, List<String> groups) {

  private static final List<DeskUser> ALL =
      List.of(
          new DeskUser("mia", "Mia Jensen", Optional.of("mia@desk.example"), List.of("support")),
          new DeskUser("noah", "Noah Okafor", Optional.empty(), List.of("support", "supervisor")),
          new DeskUser("carl", "Carl Brandt", Optional.of("carl@acme.example"), List.of()));

  DeskUser {
    groups = List.copyOf(groups);
  }

  static Optional<DeskUser> of(String subject) {
    return ALL.stream().filter(user -> user.subject().equals(subject)).findFirst();
  }
}
