// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object that say something: one that is null counts as absent. */
final class JsonMembers {

  private JsonMembers() {}

  /** Copies what is not null. */
  static Map<String, Object> of(Map<?, ?> object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value != null) {
            members.put(String.valueOf(name), value);
          }
        });
    return members;
  }
}
