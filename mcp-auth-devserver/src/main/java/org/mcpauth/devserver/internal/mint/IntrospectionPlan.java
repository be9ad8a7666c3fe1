// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What introspection will say about a minted token, beyond its claims.
 *
 * @param opaque whether a random string stands for the claims, so that only introspection knows
 * @param revoked whether the token is inactive from the beginning
 * @param members changes to the members of the answer
 */
public record IntrospectionPlan(
    boolean opaque, boolean revoked, List<Consumer<Map<String, Object>>> members) {

  /** A JWT that is active as long as it is valid. */
  static final IntrospectionPlan OF_CLAIMS = new IntrospectionPlan(false, false, List.of());

  /** Copies the list. */
  public IntrospectionPlan {
    members = List.copyOf(members);
  }

  IntrospectionPlan asOpaque() {
    return new IntrospectionPlan(true, revoked, members);
  }

  IntrospectionPlan asRevoked() {
    return new IntrospectionPlan(opaque, true, members);
  }

  IntrospectionPlan member(Consumer<Map<String, Object>> change) {
    List<Consumer<Map<String, Object>>> longer = new ArrayList<>(members);
    longer.add(change);
    return new IntrospectionPlan(opaque, revoked, longer);
  }

  void change(Map<String, Object> answer) {
    members.forEach(change -> change.accept(answer));
  }
}
