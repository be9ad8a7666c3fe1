// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/** Whom a token is for (RFC 8707). Refused means 401 and no result. */
public interface AudienceAssertions extends ServerTest {

  /** Checks that the audience is looked at. */
  @Core
  @Assertion(
      id = "wrong-audience-is-refused",
      strategy =
          "A token of the issuer whose aud names others is refused with 401, also if another claim"
              + " names this server")
  default void wrongAudienceIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    String own = server.endpoint().toString();
    TokenDraft wrong = draft.wrongAudience();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("another server", wrong),
            Hostile.of(
                "two other servers", draft.audience("https://a.example", "https://b.example/mcp")),
            Hostile.of(
                "the issuer", draft.audience(server.tokens().issuer().identifier().toString())),
            Hostile.of("the client", draft.audience("mcp-auth-tck")),
            Hostile.of("a star", draft.audience("*")),
            Hostile.of("another server, and a claim resource", wrong.claim("resource", own)),
            Hostile.of("another server, and azp", wrong.claim("azp", own)),
            Hostile.of("another server, and client_id", wrong.clientId(own))));
  }

  /** Checks that an audience is required. */
  @Core
  @Assertion(
      id = "missing-audience-is-refused",
      strategy = "A token without aud, or with an empty one, is refused with 401")
  default void missingAudienceIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    TokenDraft none = draft.noAudience();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("no aud", none),
            Hostile.of(
                "no aud but a claim resource",
                none.claim("resource", server.endpoint().toString())),
            Hostile.of("an empty array", draft.claim("aud", List.of())),
            Hostile.of("an empty text", draft.audience("")),
            Hostile.of("an array with an empty text", draft.claim("aud", List.of("")))));
  }

  /** Checks that the audience is compared as a whole. */
  @Core
  @Assertion(
      id = "similar-audience-is-refused",
      strategy =
          "A token whose aud resembles the resource identifier, such as a path above or below it,"
              + " is refused with 401")
  default void similarAudienceIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    Trial.assertRefused(
        server,
        SimilarAudiences.of(server.endpoint())
            .map(audience -> Hostile.of("aud is " + audience, draft.audience(audience)))
            .toList());
  }

  /** Checks that a token may be for several servers. */
  @Core
  @Assertion(
      id = "audience-list-is-accepted",
      strategy = "A token whose aud is an array with the resource identifier in it is accepted")
  default void audienceListIsAccepted(McpServer server) {
    Trial.requireAccepted(server);
    TokenDraft draft = server.tokens().draft();
    String own = server.endpoint().toString();
    String other = "https://other.example/mcp";
    for (List<String> audiences :
        List.of(List.of(own), List.of(own, other), List.of(other, own), List.of(other, own, "x"))) {
      Reply reply = server.send(Trial.ASKED, draft.claim("aud", audiences).mint());
      assertThat(reply.isSuccess()).as("aud is %s: %s", audiences, reply).isTrue();
    }
  }

  /** Checks that nothing but text is an audience. */
  @Core
  @Assertion(
      id = "audience-must-be-text",
      strategy =
          "A token whose aud is no text and no array of texts, though the resource identifier may"
              + " be within, is refused with 401")
  default void audienceMustBeText(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    String own = server.endpoint().toString();
    Stream<Object> audiences =
        Stream.of(
            1,
            true,
            Map.of("uri", own),
            Map.of(own, true),
            List.of(List.of(own)),
            List.of(Map.of("uri", own)),
            List.of(1),
            Arrays.asList((Object) null));
    Trial.assertRefused(
        server,
        audiences
            .map(audience -> Hostile.of("aud is " + audience, draft.claim("aud", audience)))
            .toList());
  }

  /** Checks that a server knows who it is without asking the client. */
  @Core
  @Assertion(
      id = "audience-is-not-taken-from-the-request",
      strategy =
          "A token for evil.example is not accepted because Host or a forwarding header says that"
              + " this is the host, nor one for a URL that only the request is sent to")
  default void audienceIsNotTakenFromTheRequest(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    URI own = server.endpoint();
    String path = own.getRawPath();
    String twin = own.getScheme().equals("http") ? "https" : "http";
    String evil = draft.audience("http://evil.example" + path).mint();
    String evilTwin = draft.audience("https://evil.example" + path).mint();
    String ownTwin =
        draft.audience(twin + own.toString().substring(own.getScheme().length())).mint();
    HttpCall call = Trial.call(server);
    Trial.requireAccepted(server);
    for (String token : List.of(evil, evilTwin)) {
      assertNotAccepted(server, call.with("Host", "evil.example"), token);
      assertNotAccepted(server, call.with("X-Forwarded-Host", "evil.example"), token);
      assertNotAccepted(
          server,
          call.with("X-Forwarded-Host", "evil.example").with("X-Forwarded-Proto", "https"),
          token);
      assertNotAccepted(server, call.with("Forwarded", "host=evil.example"), token);
      assertNotAccepted(server, call.with("Forwarded", "host=evil.example;proto=https"), token);
      assertNotAccepted(server, call.with("X-Original-Host", "evil.example"), token);
    }
    assertNotAccepted(server, call.with("X-Forwarded-Proto", twin), ownTwin);
    assertNotAccepted(
        server,
        call.with("X-Forwarded-Prefix", "/evil"),
        draft.audience(own.resolve("/evil" + path).toString()).mint());
    assertNotAccepted(
        server, call.target(server.path() + "?a=b"), draft.audience(own + "?a=b").mint());
  }

  /** Servers may also refuse the request for its host, with any status of theirs. */
  private static void assertNotAccepted(McpServer server, HttpCall call, String token) {
    Reply plain = server.send(Trial.ASKED, token);
    BlockedError.unless(!plain.isSuccess(), "a token for another must be refused", plain);
    Trial.assertNotAccepted("with a token for another", server.send(call.bearer(token)));
  }
}
