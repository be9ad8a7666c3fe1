// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token as the MicroProfile JWT of a server has it.
 *
 * @param claims its claims, {@code raw_token} among them
 */
record ServerToken(Map<String, Object> claims) implements JsonWebToken {

  @Override
  public String getName() {
    return "of the server";
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  public <T> T getClaim(String name) {
    return (T) claims.get(name);
  }
}
