// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/**
 * The result of a list request, as one caller sees it. What it does not name stays as it is, in the
 * same order: cursors, titles, members that nobody knows yet.
 */
final class ListResult {

  private static final String CACHE_SCOPE = "cacheScope";

  private final JsonProvider json;
  private final ListView view;

  ListResult(JsonProvider json, ListView view) {
    this.json = json;
    this.view = view;
  }

  static boolean isList(JsonObject result) {
    for (ListKind kind : ListKind.values()) {
      if (result.containsKey(kind.member())) {
        return true;
      }
    }
    return false;
  }

  JsonObject filtered(JsonObject result) throws UnreadableAnswerException {
    JsonObjectBuilder changed = json.createObjectBuilder(result);
    for (ListKind kind : ListKind.values()) {
      if (result.containsKey(kind.member())) {
        changed.add(kind.member(), entries(kind, result.get(kind.member())));
      }
    }
    // On every page, even where nothing was left out: all have to say the same (CACHE-3).
    if (view.varying() && (view.current() || result.containsKey(CACHE_SCOPE))) {
      changed.add(CACHE_SCOPE, "private");
    }
    return changed.build();
  }

  private JsonArrayBuilder entries(ListKind kind, JsonValue list) throws UnreadableAnswerException {
    if (!(list instanceof JsonArray all)) {
      throw new UnreadableAnswerException(kind.member() + " is no array");
    }
    JsonArrayBuilder kept = json.createArrayBuilder();
    for (JsonValue value : all) {
      if (!(value instanceof JsonObject entry)
          || !(entry.get(kind.naming()) instanceof JsonString name)
          || name.getString().isEmpty()) {
        throw new UnreadableAnswerException(kind.member() + " has an entry without a name");
      }
      if (view.permitted().test(kind.operation(name.getString()))) {
        kept.add(described(kind, entry, name.getString()));
      }
    }
    return kept;
  }

  private JsonObject described(ListKind kind, JsonObject entry, String name)
      throws UnreadableAnswerException {
    if (kind != ListKind.TOOLS || view.requirements().isEmpty()) {
      return entry;
    }
    return view.requirements().get().apply(kind.operation(name)).addTo(entry, json);
  }
}
