// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotOfferedException;

/** That clients need not get the metadata again and again (RFC 9728 §7.10, RFC 9110 §13). */
public interface MetadataCachingAssertions extends ServerTest {

  /** Checks that a client knows for how long it may rely on what it has read. */
  @Core
  @Assertion(
      id = "metadata-may-be-cached",
      strategy =
          "The metadata has Cache-Control with one max-age, a number of seconds above 0, and"
              + " without no-store, no-cache and private")
  default void metadataMayBeCached(McpServer server) {
    Reply reply = MetadataDocument.of(server).reply();
    List<String> directives =
        reply.headers("Cache-Control").stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
            .toList();
    assertThat(directives)
        .as("Cache-Control in %s", reply)
        .noneMatch(directive -> directive.matches("(no-store|no-cache|private)(=.*)?"))
        .filteredOn(directive -> directive.split("=", 2)[0].equals("max-age"))
        .as("max-age in %s", reply)
        .hasSize(1)
        .allMatch(directive -> directive.matches("max-age=0*[1-9][0-9]*"), "is a time");
  }

  /** Checks that a client which has the document is not sent it once more. */
  @Extended
  @Assertion(
      id = "metadata-is-revalidated",
      strategy =
          "If the metadata has an ETag, a request with it in If-None-Match, strong or weak, alone"
              + " or among others, or with *, is answered 304 without a body and with the same"
              + " ETag; one with another tag gets the document")
  default void metadataIsRevalidated(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    String tag =
        document
            .reply()
            .header("ETag")
            .orElseThrow(() -> new NotOfferedException("an ETag of the metadata"));
    assertThat(tag).as("%s", document.reply()).matches("(W/)?\"[\\x21\\x23-\\x7E]*\"");
    String strong = tag.substring(tag.indexOf('"'));
    for (String known :
        List.of(strong, "W/" + strong, "\"other\", " + tag, tag + ",W/\"other\"", "*")) {
      Reply reply = document.again(server, call -> call.with("If-None-Match", known));
      assertThat(reply.status()).as("%s", reply).isEqualTo(304);
      assertThat(reply.body()).as("%s", reply).isEmpty();
      assertThat(reply.headers("ETag")).as("%s", reply).containsExactly(tag);
    }
    for (String other : List.of("\"other\"", "\"" + strong.replace("\"", "") + "-\"")) {
      Reply reply = document.again(server, call -> call.with("If-None-Match", other));
      assertThat(reply.status()).as("%s", reply).isEqualTo(200);
      // A signature in it may be made anew each time.
      assertThat(reply.json().map(json -> json.get("resource")))
          .as("%s", reply)
          .isEqualTo(document.reply().json().map(json -> json.get("resource")));
    }
  }
}
