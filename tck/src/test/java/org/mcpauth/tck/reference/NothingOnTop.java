// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;

/** Makes a server of somebody who never heard of the level extended. */
public final class NothingOnTop {

  private NothingOnTop() {}

  public static Rules applyTo(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public JsonObjectBuilder document(Request request) {
            return super.document(request).remove("dpop_signing_alg_values_supported");
          }

          @Override
          public JsonObject signed(JsonObject plain) {
            return plain;
          }
        };
    rules.metadata.caching =
        new CachingRules() {
          @Override
          public Optional<String> tag(JsonObject content) {
            return Optional.empty();
          }
        };
    rules.challenges =
        new ChallengeRules(rules.metadata) {
          @Override
          public Answer offeringDpop(Answer answer, Map<String, String> parameters) {
            return answer;
          }
        };
    return rules;
  }
}
