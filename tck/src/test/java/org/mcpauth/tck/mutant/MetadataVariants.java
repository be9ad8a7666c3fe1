// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.CachingRules;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.MetadataSignature;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;

/** Servers whose metadata is right in another way. */
final class MetadataVariants {

  private MetadataVariants() {}

  static Stream<Mutant> all() {
    return Stream.of(
        Mutant.of("", "has its metadata elsewhere", MetadataVariants::move),
        Mutant.of("", "has metadata of the least and of the most", MetadataVariants::vary),
        Mutant.of("", "has another tag and time for its metadata", MetadataVariants::cache),
        Mutant.of("", "has its metadata signed by somebody else", MetadataVariants::attest));
  }

  private static void move(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public URI url(Request request) {
            return endpoint.resolve("/metadata?of=mcp");
          }

          @Override
          public boolean isAt(Request request) {
            return request.path().equals("/metadata");
          }
        };
    rules.challenges = new ChallengeRules(rules.metadata);
  }

  private static void cache(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public JsonObject signed(JsonObject plain) {
            return plain;
          }
        };
    rules.metadata.caching =
        new CachingRules() {
          @Override
          public Optional<String> lifetime() {
            return Optional.of("Max-Age=60,Stale-If-Error=3600");
          }

          @Override
          public Optional<String> tag(JsonObject content) {
            return super.tag(content).map(tag -> tag.replace("W/", ""));
          }
        };
  }

  private static void attest(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public JsonObjectBuilder claims(JsonObject plain) {
            return super.claims(plain)
                .remove("scopes_supported")
                .add("iss", "https://trust.example");
          }

          @Override
          public String signature(JsonObject claims) {
            return MetadataSignature.of(claims, MetadataSignature.newKey());
          }
        };
  }

  private static void vary(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public Answer answer(Request request) {
            Answer answer = super.answer(request);
            return request.method().equals("GET")
                ? answer.with("Content-Type", "Application/JSON; charset=UTF-8")
                : answer;
          }

          @Override
          public JsonObjectBuilder document(Request request) {
            return super.document(request)
                .remove("scopes_supported")
                .remove("bearer_methods_supported")
                .add("resource_name", "MCP")
                .add("resource_name#de", "MCP")
                .add("resource_documentation", "https://login.example/about?a=b#mcp")
                .add("dpop_bound_access_tokens_required", false)
                .add("x-extension", Json.createObjectBuilder().addNull("a"));
          }
        };
  }
}
