// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.UserInfo;
import org.mcpauth.internal.jose.UnmodifiableClaims;

/**
 * What an authorization server says about a user; immutable.
 *
 * @param subject the user, the same as in the access token
 * @param claims all that the answer has
 */
record UserClaims(String subject, Map<String, Object> claims) implements UserInfo {

  UserClaims {
    claims = UnmodifiableClaims.of(claims);
  }

  @Override
  public Set<String> claimNames() {
    return claims.keySet();
  }

  @Override
  public <T> Optional<T> claim(String name, Class<T> type) {
    Object value = claims.get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /**
   * Hides who the user is.
   *
   * @return a fixed text
   */
  @Override
  public String toString() {
    return "UserInfo[hidden]";
  }
}
