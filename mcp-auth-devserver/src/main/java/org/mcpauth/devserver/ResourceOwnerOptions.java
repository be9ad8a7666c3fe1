// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.ArrayList;
import java.util.List;
import org.mcpauth.devserver.internal.settings.Account;

/** Who decides about authorization requests. */
abstract class ResourceOwnerOptions<B extends ResourceOwnerOptions<B>>
    extends IssuedTokenOptions<B> {

  boolean interactive;
  String autoApprovedUser = "dev-user";
  private final List<Account> added = new ArrayList<>();

  /**
   * Shows a login and a consent page at the authorization endpoint. By default it approves at once.
   *
   * @param interactive true for pages
   * @return this
   */
  public B interactive(boolean interactive) {
    this.interactive = interactive;
    return self();
  }

  /**
   * The resource owner when nobody is asked; {@code dev-user} by default.
   *
   * @param user the {@code sub} of the tokens
   * @return this
   */
  public B autoApprovedUser(String user) {
    this.autoApprovedUser = user;
    return self();
  }

  /**
   * Adds who can log in. Without any there are {@code alice} and {@code bob}, whose passwords are
   * their names.
   *
   * @param username the name, also the {@code sub} of tokens
   * @param password the password
   * @return this
   */
  public B user(String username, String password) {
    added.add(new Account(username, password));
    return self();
  }

  List<Account> accounts() {
    return added.isEmpty()
        ? List.of(new Account("alice", "alice"), new Account("bob", "bob"))
        : List.copyOf(added);
  }
}
