// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.mcpauth.tck.server.Operation;

/** Entries say what they require. */
public class DescribedListRules extends ListRules {

  private static final String SCHEMES = "securitySchemes";

  @Override
  public void describe(JsonObjectBuilder entry, Operation operation) {
    add(entry, schemes("oauth2", operation.scopes()));
  }

  /** In both places. */
  protected static void add(JsonObjectBuilder entry, JsonArray schemes) {
    entry.add(SCHEMES, schemes).add("_meta", Json.createObjectBuilder().add(SCHEMES, schemes));
  }

  protected static JsonArray schemes(String type, List<String> scopes) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("type", type)
                .add("scopes", Json.createArrayBuilder(scopes)))
        .build();
  }
}
