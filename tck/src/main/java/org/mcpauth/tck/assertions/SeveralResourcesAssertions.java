// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * That two protected resources on one host are two (RFC 9728 §3.1), where the profile names one.
 */
public interface SeveralResourcesAssertions extends ServerTest {

  /** Checks that clients of the second resource find its document and not the first one. */
  @Extended
  @Assertion(
      id = "second-resource-has-its-own-metadata",
      strategy =
          "The challenge of the second resource leads to metadata whose resource is its URL,"
              + " character by character, and that of the first one still to the first")
  default void secondResourceHasItsOwnMetadata(McpServer server) {
    McpServer second = server.at(Feature.SECOND_RESOURCE);
    // What is wrong with the metadata of the first has assertions of its own.
    MetadataDocument.of(server);
    MetadataDocument document = MetadataDocument.find(second, call -> call);
    assertThat(document.isServed()).as("metadata: %s", document.reply()).isTrue();
    assertThat(document.text("resource"))
        .as("%s", document.reply())
        .hasValue(second.endpoint().toString());
    assertThat(document.url()).isNotEqualTo(MetadataDocument.of(server).url());
  }

  /** Checks that there are no tokens for a host. */
  @Extended
  @Assertion(
      id = "token-for-one-resource-is-refused-at-the-other",
      strategy =
          "A token for one of two resources is accepted there and refused with 401 at the other,"
              + " before and after that; one for both is accepted at both")
  default void tokenForOneResourceIsRefusedAtTheOther(McpServer server) {
    McpServer second = server.at(Feature.SECOND_RESOURCE);
    Trial.requireAccepted(server);
    Trial.requireAccepted(second);
    for (List<McpServer> pair : List.of(List.of(server, second), List.of(second, server))) {
      String token = pair.get(0).tokens().full();
      Trial.assertRefused("at the other, first", pair.get(1).send(Trial.ASKED, token));
      Trial.requireAccepted(pair.get(0), token);
      Trial.assertRefused("at the other, then", pair.get(1).send(Trial.ASKED, token));
    }
    // Whether a list of audiences is understood at all is another assertion's question.
    String[] list = {server.endpoint().toString(), "https://other.example.com/mcp"};
    Trial.requireAccepted(server, server.tokens().draft().audience(list).mint());
    String both = forBoth(server, second);
    for (McpServer either : List.of(server, second)) {
      Reply reply = either.send(Trial.ASKED, both);
      assertThat(reply.isSuccess()).as("a token for both: %s", reply).isTrue();
    }
  }

  private static String forBoth(McpServer server, McpServer second) {
    String[] audiences = {server.endpoint().toString(), second.endpoint().toString()};
    return server.tokens().draft().audience(audiences).mint();
  }
}
