// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Optional;
import java.util.Set;
import org.mcpauth.UserInfo;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.introspection.UserInfoSource;

/**
 * What is injected as {@link UserInfo}: that of whoever is the caller when a method is called.
 * Thread-safe.
 *
 * @param current knows the caller
 * @param source asks the issuer, or knows its answer
 */
record CallersUserInfo(CurrentCaller current, UserInfoSource source) implements UserInfo {

  @Override
  public String subject() {
    return user().subject();
  }

  @Override
  public Set<String> claimNames() {
    return user().claimNames();
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    return user().claim(name, type);
  }

  private UserInfo user() {
    Caller caller = current.required();
    return source.of(caller.token(), caller.presented());
  }

  /**
   * Asks nobody, and hides who the user is.
   *
   * @return a fixed text
   */
  @Override
  public String toString() {
    return "UserInfo[hidden]";
  }
}
