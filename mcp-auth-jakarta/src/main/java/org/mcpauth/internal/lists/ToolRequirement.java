// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/**
 * What a tool requires, as its descriptor says it: for everybody in {@code _meta}, and as the Apps
 * SDK of OpenAI reads it in {@code securitySchemes}, there and on the descriptor.
 *
 * @param anonymous whether it needs no token
 * @param scopes the scopes that it needs, as the authorization server calls them
 */
public record ToolRequirement(boolean anonymous, List<String> scopes) {

  private static final String META = "_meta";
  private static final String SCHEMES = "securitySchemes";
  private static final String SCOPES = "org.mcpauth/requiredScopes";

  /** Copies the list. */
  public ToolRequirement {
    scopes = List.copyOf(scopes);
  }

  /** The descriptor with this; what it said about that before is replaced, the rest is kept. */
  JsonObject addTo(JsonObject descriptor, JsonProvider json) throws UnreadableAnswerException {
    JsonValue meta = descriptor.getOrDefault(META, JsonValue.EMPTY_JSON_OBJECT);
    if (!(meta instanceof JsonObject members)) {
      throw new UnreadableAnswerException("a tool whose _meta is not an object");
    }
    JsonArray schemes = schemes(json);
    return json.createObjectBuilder(descriptor)
        .add(SCHEMES, schemes)
        .add(
            META,
            json.createObjectBuilder(members)
                .add(SCOPES, json.createArrayBuilder(scopes))
                .add(SCHEMES, schemes))
        .build();
  }

  private JsonArray schemes(JsonProvider json) {
    JsonObjectBuilder scheme = json.createObjectBuilder();
    if (anonymous) {
      scheme.add("type", "noauth");
    } else {
      scheme.add("type", "oauth2").add("scopes", json.createArrayBuilder(scopes));
    }
    JsonArrayBuilder schemes = json.createArrayBuilder();
    return schemes.add(scheme).build();
  }
}
