// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What the metadata document of RFC 9728 says. */
public interface MetadataContentAssertions extends ServerTest {

  /** Checks that clients find the issuer. */
  @Core
  @Assertion(
      id = "metadata-names-authorization-servers",
      strategy =
          "The metadata has authorization_servers, each an https or loopback URL without query and"
              + " fragment, with the issuer of the tokens among them, character by character")
  default void metadataNamesAuthorizationServers(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    List<String> servers = document.texts("authorization_servers");
    assertThat(servers).as("%s", document.reply()).isNotEmpty();
    assertThat(servers)
        .as("%s", document.reply())
        .allMatch(MetadataContentAssertions::isIssuerIdentifier, "is an issuer identifier");
    issuer(server).ifPresent(own -> assertThat(servers).as("%s", document.reply()).contains(own));
  }

  private static Optional<String> issuer(McpServer server) {
    return server.tokens() instanceof IssuedTokens issued
        ? Optional.of(issued.issuer().identifier().toString())
        : Optional.empty(); // of given tokens nobody knows the issuer
  }

  private static boolean isIssuerIdentifier(String text) {
    return MetadataDocument.location(text)
        .filter(url -> url.getRawQuery() == null && url.getRawUserInfo() == null)
        .filter(url -> url.getScheme().equalsIgnoreCase("https") || isLoopback(url))
        .isPresent();
  }

  private static boolean isLoopback(URI url) {
    return Set.of("localhost", "[::1]").contains(url.getHost()) || url.getHost().startsWith("127.");
  }

  /** Checks that it can be read by its letter. */
  @Core
  @Assertion(
      id = "metadata-members-have-their-types",
      strategy = "The metadata has a resource, and each member that RFC 9728 names is of its type")
  default void metadataMembersHaveTheirTypes(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    assertThat(document.json()).as("%s", document.reply()).containsKey("resource");
    document.json().forEach((name, value) -> requireType(name, value, document.reply()));
  }

  private static void requireType(String name, JsonValue value, Reply reply) {
    MetadataMember.of(name)
        .ifPresent(
            type ->
                assertThat(type.allows(value)).as("%s is %s in %s", name, type, reply).isTrue());
  }

  /** Checks that nothing is said by an empty list. */
  @Core
  @Assertion(
      id = "metadata-omits-empty-arrays",
      strategy = "No member of the metadata is an empty array")
  default void metadataOmitsEmptyArrays(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    document
        .json()
        .forEach(
            (name, value) -> {
              // Without authorization_servers there is more amiss, which has its own assertion.
              boolean empty = value instanceof JsonArray array && array.isEmpty();
              assertThat(empty && !name.equals("authorization_servers"))
                  .as("%s is empty in %s", name, document.reply())
                  .isFalse();
            });
  }

  /** Checks that no client is led to put its token into a URL. */
  @Core
  @Assertion(
      id = "metadata-offers-only-the-header",
      strategy = "If the metadata has bearer_methods_supported, it names header and nothing else")
  default void metadataOffersOnlyTheHeader(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    assertThat(document.texts("bearer_methods_supported"))
        .as("%s", document.reply())
        .allMatch("header"::equals, "is header");
  }

  /** Checks that clients do not ask for everything at first. */
  @Core
  @Assertion(
      id = "metadata-scopes-are-minimal",
      strategy =
          "If the metadata has scopes_supported, these are scope-tokens, each there once, and none"
              + " of them is offline_access, the scope of an administrator or that of an operation")
  default void metadataScopesAreMinimal(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    List<String> scopes = document.texts("scopes_supported");
    assertThat(scopes)
        .as("%s", document.reply())
        .doesNotHaveDuplicates()
        .doesNotContain(Operation.ADMIN, "*")
        .allMatch(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"), "is a scope-token");
    // What no operation but one needs is more than the basic functionality.
    Operation.SCOPED.forEach(
        operation ->
            assertThat(scopes)
                .as("%s", document.reply())
                .doesNotContainAnyElementsOf(operation.scopes()));
    if (server.revision().isStateless()) {
      assertThat(scopes).as("%s", document.reply()).doesNotContain("offline_access");
    }
  }

  /** Checks that the document does not boast. */
  @Core
  @Assertion(
      id = "metadata-advertises-no-absent-binding",
      strategy =
          "If a bearer token is accepted, the metadata does not say that DPoP is required, nor,"
              + " at an endpoint without TLS, that tokens are bound to client certificates")
  default void metadataAdvertisesNoAbsentBinding(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    Trial.requireAccepted(server);
    assertThat(document.json().get("dpop_bound_access_tokens_required"))
        .as("%s", document.reply())
        .isNotEqualTo(JsonValue.TRUE);
    if (server.endpoint().getScheme().equals("http")) {
      assertThat(document.json().get("tls_client_certificate_bound_access_tokens"))
          .as("%s", document.reply())
          .isNotEqualTo(JsonValue.TRUE);
    }
  }
}
