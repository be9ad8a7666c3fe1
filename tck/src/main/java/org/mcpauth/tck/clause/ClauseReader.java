// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.clause;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mcpauth.tck.clause.Clause.Strength;
import org.mcpauth.tck.clause.Clause.Treatment;

/** Makes a clause of an entry in a YAML file, and takes nothing that it does not know. */
final class ClauseReader {

  private static final Set<String> TREATMENTS = Set.of("assertions", "excluded", "planned");
  private static final Set<String> MEMBERS = Set.of("id", "strength", "text", "url");

  private final String file;

  ClauseReader(String file) {
    this.file = file;
  }

  Clause read(Object entry) {
    Map<String, Object> members = members(entry);
    Set<String> unknown = new TreeSet<>(members.keySet());
    unknown.removeAll(MEMBERS);
    unknown.removeAll(TREATMENTS);
    if (!unknown.isEmpty()) {
      throw invalid(members, "has unknown members " + unknown);
    }
    return new Clause(
        text(members, "id"),
        strength(members),
        text(members, "text").strip(),
        URI.create(text(members, "url")),
        treatment(members));
  }

  private Strength strength(Map<String, Object> members) {
    try {
      return Strength.valueOf(text(members, "strength"));
    } catch (IllegalArgumentException e) {
      throw invalid(members, "has an unknown strength");
    }
  }

  private Treatment treatment(Map<String, Object> members) {
    Set<String> found = new TreeSet<>(TREATMENTS);
    found.retainAll(members.keySet());
    if (found.size() != 1) {
      throw invalid(members, "needs exactly one of " + new TreeSet<>(TREATMENTS));
    }
    if (members.get("assertions") instanceof List<?> assertions && !assertions.isEmpty()) {
      return new Clause.Checked(assertions.stream().map(String::valueOf).toList());
    }
    if (found.contains("excluded")) {
      return new Clause.Excluded(text(members, "excluded").strip());
    }
    return new Clause.Planned(text(members, "planned").strip());
  }

  private String text(Map<String, Object> members, String name) {
    if (members.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw invalid(members, "needs the text " + name);
  }

  private Map<String, Object> members(Object entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (entry instanceof Map<?, ?> map) {
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }

  private IllegalStateException invalid(Map<String, Object> members, String fault) {
    return new IllegalStateException(file + ": the clause " + members.get("id") + " " + fault);
  }
}
