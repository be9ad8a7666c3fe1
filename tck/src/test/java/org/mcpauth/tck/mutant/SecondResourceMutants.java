// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that mistake one protected resource for the other. */
final class SecondResourceMutants {

  private static final String METADATA = "second-resource-has-its-own-metadata";
  private static final String TOKENS = "token-for-one-resource-is-refused-at-the-other";

  private SecondResourceMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            METADATA,
            "challenges to the metadata of the first resource",
            rules -> second(rules).challenges = new ChallengeRules(rules.metadata)),
        Mutant.of(
            METADATA,
            "names the first resource in the metadata of the second",
            rules -> {
              MetadataRules metadata = naming(rules);
              second(rules).metadata = metadata;
              second(rules).challenges = new ChallengeRules(metadata);
            }),
        Mutant.of(
            METADATA,
            "has no metadata for the second resource",
            rules ->
                second(rules).metadata =
                    new MetadataRules(second(rules).endpoint, rules.issuer) {
                      @Override
                      public Answer answer(Request request) {
                        return Answer.of(404);
                      }
                    }),
        Mutant.of(
            TOKENS,
            "takes tokens for the first resource at the second",
            rules -> second(rules).tokens = taking(second(rules), rules.endpoint)),
        Mutant.of(
            TOKENS,
            "takes tokens for the second resource at the first",
            rules -> rules.tokens = taking(rules, second(rules).endpoint)));
  }

  private static Rules second(Rules rules) {
    return rules.at(Feature.SECOND_RESOURCE);
  }

  private static MetadataRules naming(Rules rules) {
    return new MetadataRules(second(rules).endpoint, rules.issuer) {
      @Override
      public JsonObjectBuilder document(Request request) {
        return super.document(request).add("resource", rules.endpoint.toString());
      }
    };
  }

  private static TokenRules taking(Rules rules, URI other) {
    return new TokenRules(rules.endpoint, rules.issuer) {
      @Override
      public boolean isOwn(Object audience, Request request) {
        return other.toString().equals(audience) || super.isOwn(audience, request);
      }
    };
  }
}
