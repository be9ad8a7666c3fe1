// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.checker.internal.json.Members;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** The types of the members: clients that read with a schema refuse a document with another. */
final class MemberTypes {

  private static final List<String> TEXT =
      List.of(
          "issuer",
          "authorization_endpoint",
          "token_endpoint",
          "jwks_uri",
          "registration_endpoint",
          "introspection_endpoint",
          "revocation_endpoint");

  private static final List<String> TEXTS =
      List.of(
          "scopes_supported",
          "response_types_supported",
          "response_modes_supported",
          "grant_types_supported",
          "token_endpoint_auth_methods_supported",
          "code_challenge_methods_supported",
          "dpop_signing_alg_values_supported");

  private static final List<String> FLAGS =
      List.of(
          "client_id_metadata_document_supported",
          "authorization_response_iss_parameter_supported",
          "tls_client_certificate_bound_access_tokens");

  private MemberTypes() {}

  static Finding of(Members members) {
    String faults =
        Stream.of(
                TEXT.stream()
                    .filter(n -> members.text(n).isEmpty())
                    .map(n -> fault(members, n, "a string")),
                TEXTS.stream()
                    .filter(n -> members.texts(n).isEmpty())
                    .map(n -> fault(members, n, "an array of strings")),
                FLAGS.stream()
                    .filter(n -> !isFlag(members, n))
                    .map(n -> fault(members, n, "a boolean")))
            .flatMap(found -> found)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return faults.isEmpty()
        ? Finding.ok(Check.METADATA_MEMBERS, members.object().size() + " members")
        : Finding.error(
            Check.METADATA_MEMBERS,
            faults,
            "Leave members out that have no value, and give the others their type.");
  }

  private static boolean isFlag(Members members, String name) {
    JsonValue value = members.object().getOrDefault(name, JsonValue.TRUE);
    return value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
  }

  private static Optional<String> fault(Members members, String name, String type) {
    return members.object().containsKey(name)
        ? Optional.of(name + " is not " + type)
        : Optional.empty();
  }
}
