// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/** That the metadata document of RFC 9728 is served, to everybody, and the same one. */
public interface MetadataAssertions extends ServerTest {

  /** Checks that there is a document. */
  @Core
  @Assertion(
      id = "metadata-is-served",
      strategy =
          "The URL in the challenge or, without one, a well-known URL is answered 200 with a JSON"
              + " object of the type application/json")
  default void metadataIsServed(McpServer server) {
    MetadataDocument found = MetadataDocument.find(server, call -> call);
    BlockedError.unless(
        found.isServed() || !isServedForToken(server),
        "metadata must need no token",
        found.reply());
    Reply reply = found.reply();
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.contentType()).as("%s", reply).isEqualTo("application/json");
    assertThat(reply.json()).as("a JSON object in %s", reply).isPresent();
  }

  private static boolean isServedForToken(McpServer server) {
    String token = server.tokens().full();
    return MetadataDocument.find(server, call -> call.bearer(token)).isServed();
  }

  /** Checks that who has no token yet can learn where to get one. */
  @Core
  @Assertion(
      id = "metadata-needs-no-token",
      strategy =
          "The metadata is the same without a token, with an invalid one and with credentials of"
              + " another scheme")
  default void metadataNeedsNoToken(McpServer server) {
    MetadataDocument found = MetadataDocument.find(server, call -> call);
    BlockedError.unless(
        found.isServed() || isServedForToken(server), "metadata must be served", found.reply());
    assertThat(found.isServed()).as("without a token: %s", found.reply()).isTrue();
    for (String credentials :
        List.of(
            "Bearer " + Refusals.INVALID_TOKEN,
            "Bearer " + Refusals.forged(server.tokens().full()),
            "Basic dGNrOnRjaw==")) {
      Reply reply = found.again(server, call -> call.with("Authorization", credentials));
      assertThat(reply.status()).as("with invalid credentials: %s", reply).isEqualTo(200);
      assertThat(reply.json().map(document -> document.get("resource")))
          .as("%s", reply)
          .isEqualTo(found.reply().json().map(document -> document.get("resource")));
    }
  }

  /** Checks that the document is about this server, so that clients believe it. */
  @Core
  @Assertion(
      id = "metadata-names-the-resource",
      strategy =
          "The resource in the metadata is the URL of the endpoint, character by character, also"
              + " in the document at the well-known URL with its path, if there is one")
  default void metadataNamesTheResource(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    String endpoint = server.endpoint().toString();
    boolean root = document.url().equals(MetadataDocument.atRoot(server));
    List<String> allowed =
        root ? List.of(endpoint, origin(server), origin(server) + "/") : List.of(endpoint);
    BlockedError.unless(
        document.text("resource").isPresent(), "metadata must have a resource", document.reply());
    assertThat(document.text("resource")).as("%s", document.reply()).get().isIn(allowed);

    MetadataDocument inserted = MetadataDocument.at(MetadataDocument.withPath(server), server);
    if (inserted.isServed()) {
      assertThat(inserted.text("resource")).as("%s", inserted.reply()).hasValue(endpoint);
    }
  }

  /** Checks that the caller does not write the document. */
  @Core
  @Assertion(
      id = "metadata-does-not-follow-the-host",
      strategy =
          "Whatever host a request for the metadata claims to be for, in Host, Forwarded,"
              + " X-Forwarded-Host and the like, the document says the same, or the request is"
              + " refused")
  default void metadataDoesNotFollowTheHost(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    for (HttpCall disguised : Disguise.of(document.reply().call())) {
      Reply reply = document.again(server, call -> disguised);
      assertThat(reply.status()).as("%s", reply).isLessThan(500);
      assertThat(reply.header("Location").orElse("")).as("%s", reply).doesNotContain(Disguise.HOST);
      if (reply.status() / 100 == 2) {
        requireSame(document.reply(), reply);
      }
    }
  }

  private static void requireSame(Reply plain, Reply disguised) {
    assertThat(disguised.body()).as("%s", disguised).doesNotContain(Disguise.HOST);
    for (String member : List.of("resource", "authorization_servers", "jwks_uri")) {
      assertThat(disguised.json().map(json -> json.get(member)))
          .as("%s in %s", member, disguised)
          .isEqualTo(plain.json().map(json -> json.get(member)));
    }
  }

  /** Checks what a browser asks before it shows the document to a client. */
  @Core
  @Assertion(
      id = "metadata-is-readable-by-browsers",
      strategy =
          "The metadata allows the origin of the endpoint or any, and so does the answer to its"
              + " preflight, which allows the header MCP-Protocol-Version too")
  default void metadataIsReadableByBrowsers(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    Browser browser = new Browser(server.endpoint());
    Reply reply = document.again(server, call -> call.with("Origin", browser.origin()));
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    browser.requireReadable(reply);
    Reply preflight =
        document.again(
            server, call -> browser.preflight(call.target(), "GET", "mcp-protocol-version"));
    browser.requireAllowed(preflight, "mcp-protocol-version");
  }

  private static String origin(McpServer server) {
    return new Browser(server.endpoint()).origin();
  }
}
