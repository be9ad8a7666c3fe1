// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** What RFC 9728 §2 says about the type of a member. */
enum MetadataMember {
  TEXT("a string"),
  IDENTIFIER("an absolute http or https URL without a fragment"),
  PAGE("an absolute http or https URL"),
  TEXTS("an array of strings"),
  ALGORITHMS("an array of strings without none"),
  FLAG("true or false");

  private static final Map<String, MetadataMember> MEMBERS =
      Map.ofEntries(
          Map.entry("resource", IDENTIFIER),
          Map.entry("authorization_servers", TEXTS),
          Map.entry("jwks_uri", IDENTIFIER),
          Map.entry("scopes_supported", TEXTS),
          Map.entry("bearer_methods_supported", TEXTS),
          Map.entry("resource_signing_alg_values_supported", ALGORITHMS),
          Map.entry("resource_name", TEXT),
          Map.entry("resource_documentation", PAGE),
          Map.entry("resource_policy_uri", PAGE),
          Map.entry("resource_tos_uri", PAGE),
          Map.entry("tls_client_certificate_bound_access_tokens", FLAG),
          Map.entry("authorization_details_types_supported", TEXTS),
          Map.entry("dpop_signing_alg_values_supported", ALGORITHMS),
          Map.entry("dpop_bound_access_tokens_required", FLAG),
          Map.entry("signed_metadata", TEXT));

  private final String description;

  MetadataMember(String description) {
    this.description = description;
  }

  /** The type of a member, also in some language (§2.1); empty if anything may be in it. */
  static Optional<MetadataMember> of(String name) {
    return Optional.ofNullable(MEMBERS.get(name.split("#", 2)[0]));
  }

  boolean allows(JsonValue value) {
    return switch (this) {
      case TEXT -> value instanceof JsonString;
      case IDENTIFIER -> value instanceof JsonString text && isUrl(text.getString());
      case PAGE -> value instanceof JsonString text && isUrl(text.getString().split("#", 2)[0]);
      case TEXTS -> isTexts(value);
      case ALGORITHMS -> isAlgorithms(value);
      case FLAG -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
    };
  }

  @Override
  public String toString() {
    return description;
  }

  private static boolean isUrl(String text) {
    return MetadataDocument.location(text).isPresent();
  }

  private static boolean isTexts(JsonValue value) {
    return value instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance);
  }

  private static boolean isAlgorithms(JsonValue value) {
    return isTexts(value)
        && value.asJsonArray().getValuesAs(JsonString.class).stream()
            .noneMatch(algorithm -> algorithm.getString().equals("none"));
  }
}
