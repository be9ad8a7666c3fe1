// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Operation;

/** What the assertions about the members of the metadata must catch. */
final class MetadataContentMutants {

  private static final String SERVERS = "metadata-names-authorization-servers";
  private static final String TYPES = "metadata-members-have-their-types";
  private static final String EMPTY = "metadata-omits-empty-arrays";
  private static final String HEADER = "metadata-offers-only-the-header";
  private static final String SCOPES = "metadata-scopes-are-minimal";
  private static final String BINDING = "metadata-advertises-no-absent-binding";

  private MetadataContentMutants() {}

  static List<Mutant> all() {
    return Stream.of(servers(), types(), empty(), methods(), scopes(), bindings())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> servers() {
    String member = "authorization_servers";
    return Stream.of(
        document(SERVERS, "names none", (json, issuer) -> json.remove(member)),
        document(SERVERS, "has no list entry", (json, issuer) -> json.add(member, array())),
        document(
            SERVERS,
            "names another",
            (json, issuer) -> json.add(member, array("https://other.example"))),
        document(SERVERS, "adds a slash", (json, issuer) -> json.add(member, array(issuer + "/"))),
        document(
            SERVERS,
            "names the URL of its metadata",
            (json, issuer) ->
                json.add(member, array(issuer + "/.well-known/oauth-authorization-server"))),
        document(
            SERVERS,
            "names one without TLS too",
            (json, issuer) -> json.add(member, array(issuer, "http://login.example"))),
        document(
            SERVERS,
            "names one with a query too",
            (json, issuer) -> json.add(member, array(issuer, "https://login.example?a=b"))),
        document(
            SERVERS,
            "names one that is no URL too",
            (json, issuer) -> json.add(member, array(issuer, "login.example"))));
  }

  private static Stream<Mutant> types() {
    return Stream.of(
        document(TYPES, "has no resource", (json, issuer) -> json.remove("resource")),
        type("resource", Json.createArrayBuilder().add("http://127.0.0.1/mcp").build()),
        type("authorization_servers", Json.createValue("https://login.example")),
        type("authorization_servers", Json.createArrayBuilder().add(1).build()),
        type("scopes_supported", Json.createValue(Operation.BASELINE)),
        type("bearer_methods_supported", Json.createValue("header")),
        type("jwks_uri", Json.createValue("/jwks")),
        type("resource_name", Json.createValue(1)),
        type("resource_name#de", Json.createArrayBuilder().add("MCP").build()),
        type("resource_documentation", JsonValue.NULL),
        type("resource_policy_uri", Json.createValue("policy")),
        type(
            "resource_signing_alg_values_supported", Json.createArrayBuilder().add("none").build()),
        type("dpop_bound_access_tokens_required", Json.createValue("false")),
        type("tls_client_certificate_bound_access_tokens", Json.createValue(0)),
        type("dpop_signing_alg_values_supported", Json.createValue("ES256")),
        type("authorization_details_types_supported", JsonValue.EMPTY_JSON_OBJECT),
        type("signed_metadata", JsonValue.EMPTY_JSON_OBJECT));
  }

  private static Mutant type(String member, JsonValue value) {
    return document(
        TYPES, "says " + value + " in " + member, (json, issuer) -> json.add(member, value));
  }

  private static Stream<Mutant> empty() {
    return Stream.of(
            "scopes_supported",
            "bearer_methods_supported",
            "resource_signing_alg_values_supported",
            "authorization_details_types_supported",
            "a_member_of_an_extension")
        .map(
            member ->
                document(
                    EMPTY, "has an empty " + member, (json, issuer) -> json.add(member, array())));
  }

  private static Stream<Mutant> methods() {
    String member = "bearer_methods_supported";
    return Stream.of(
        document(
            HEADER,
            "offers the query",
            (json, issuer) -> json.add(member, array("header", "query"))),
        document(HEADER, "offers the body", (json, issuer) -> json.add(member, array("body"))));
  }

  private static Stream<Mutant> scopes() {
    return Stream.of(
        scopes("the whole catalogue", IssuedTokens.fullScopes().toArray(String[]::new)),
        scopes("what one tool needs", Operation.BASELINE, Operation.SIMPLE_TEXT.scopes().get(1)),
        scopes("admin", Operation.BASELINE, Operation.ADMIN),
        scopes("everything", "*"),
        scopes("the same twice", Operation.BASELINE, Operation.BASELINE),
        scopes("two in one", Operation.BASELINE + " openid"),
        scopes("offline_access", Operation.BASELINE, "offline_access"));
  }

  private static Mutant scopes(String fault, String... scopes) {
    return document(
        SCOPES, "lists " + fault, (json, issuer) -> json.add("scopes_supported", array(scopes)));
  }

  private static Stream<Mutant> bindings() {
    return Stream.of(
        document(
            BINDING,
            "says that DPoP is required",
            (json, issuer) -> json.add("dpop_bound_access_tokens_required", true)),
        document(
            BINDING,
            "says that tokens are bound to certificates",
            (json, issuer) -> json.add("tls_client_certificate_bound_access_tokens", true)));
  }

  private static JsonArrayBuilder array(String... values) {
    return Json.createArrayBuilder(List.of(values));
  }

  /** Changes the document, given the issuer too. */
  private static Mutant document(
      String assertion, String fault, BiConsumer<JsonObjectBuilder, String> change) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public JsonObjectBuilder document(Request request) {
                    JsonObjectBuilder json = super.document(request);
                    change.accept(json, issuer.toString());
                    return json;
                  }
                });
  }
}
