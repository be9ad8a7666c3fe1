// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mcpauth.devserver.Faults;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;

/**
 * That nobody but the issuer says which tokens are active (RFC 9701), at the resource that wants
 * signed answers, if the profile names one.
 */
public interface SignedIntrospectionAssertions extends ServerTest {

  /** Checks that the server asks for a signed answer, and reads it. */
  @Extended
  @Assertion(
      id = "signed-introspection-is-accepted",
      strategy =
          "A tool call with an opaque token succeeds, more than once, if the issuer says in a signed"
              + " answer that it is active; a token that is not active by such an answer is refused"
              + " with 401")
  default void signedIntrospectionIsAccepted(McpServer server) {
    McpServer asking = server.at(Feature.SIGNED_INTROSPECTION);
    String token = asking.tokens().draft().opaque().mint();
    for (int i = 0; i < 2; i++) {
      Reply reply = asking.send(Trial.ASKED, token);
      assertThat(reply.isSuccess()).as("time %d: %s", i + 1, reply).isTrue();
    }
    String revoked = asking.tokens().draft().opaque().inactive().mint();
    Trial.assertRefused("revoked", asking.send(Trial.ASKED, revoked));
  }

  /** Checks that who stands between the server and the issuer has no say. */
  @Extended
  @Assertion(
      id = "unsigned-introspection-is-no-answer",
      strategy =
          "While the introspection endpoint answers in JSON, under whatever type, or in a JWT"
              + " without a signature, that a token is active, the token gets 503")
  default void unsignedIntrospectionIsNoAnswer(McpServer server) {
    McpServer asking = server.at(Feature.SIGNED_INTROSPECTION);
    Faults faults = asking.tokens().issuer().server().faults();
    String active = active(asking).toString();
    Faults.Endpoint endpoint = Faults.Endpoint.INTROSPECTION;
    Map<String, Runnable> unsigned = new LinkedHashMap<>();
    unsigned.put("JSON", () -> faults.answer(endpoint, 200, "application/json", active));
    unsigned.put(
        "JSON under the type of a JWT",
        () -> faults.answer(endpoint, 200, "application/token-introspection+jwt", active));
    unsigned.put("an unsigned JWT", () -> faults.signedIntrospection(TokenDraft::algNone));
    unsigned.put(
        "a JWT without the answer in it",
        () ->
            faults.signedIntrospection(
                answer -> answer.withoutClaim("token_introspection").claim("active", true)));
    assertNoAnswer(asking, faults, unsigned);
  }

  private static JsonObject active(McpServer asking) {
    return Json.createObjectBuilder()
        .add("active", true)
        .add("iss", asking.tokens().issuer().identifier().toString())
        .add("aud", asking.endpoint().toString())
        .add("sub", IssuedTokens.SUBJECT)
        .add("client_id", "mcp-auth-tck")
        .add("exp", Instant.now().getEpochSecond() + 300)
        .add("scope", String.join(" ", IssuedTokens.fullScopes()))
        .build();
  }

  /** Checks that it is the issuer's answer, to this resource, and no other JWT. */
  @Extended
  @Assertion(
      id = "forged-introspection-is-no-answer",
      strategy =
          "While the introspection endpoint says that a token is active in a JWT with a wrong"
              + " signature, one of another key, with another typ, or with another iss or aud, the"
              + " token gets 503")
  default void forgedIntrospectionIsNoAnswer(McpServer server) {
    McpServer asking = server.at(Feature.SIGNED_INTROSPECTION);
    Faults faults = asking.tokens().issuer().server().faults();
    Map<String, UnaryOperator<TokenDraft>> changes = new LinkedHashMap<>();
    changes.put("another key", TokenDraft::foreignKey);
    changes.put("a bit of the signature", TokenDraft::tamperedSignature);
    changes.put("the type of an access token", answer -> answer.type("at+jwt"));
    changes.put("no type", TokenDraft::noType);
    changes.put("another issuer", TokenDraft::wrongIssuer);
    changes.put("no issuer", answer -> answer.withoutClaim("iss"));
    changes.put("an answer to somebody else", TokenDraft::wrongAudience);
    changes.put("an answer to nobody", answer -> answer.withoutClaim("aud"));
    Map<String, Runnable> forged = new LinkedHashMap<>();
    changes.forEach((what, change) -> forged.put(what, () -> faults.signedIntrospection(change)));
    assertNoAnswer(asking, faults, forged);
  }

  /** Each for a token that was not seen before, right after a proper answer for another one. */
  private static void assertNoAnswer(
      McpServer asking, Faults faults, Map<String, Runnable> broken) {
    broken.forEach(
        (what, fault) -> {
          Reply proper = asking.send(Trial.ASKED, asking.tokens().draft().opaque().mint());
          BlockedError.unless(proper.isSuccess(), "a signed answer must be believed", proper);
          BrokenIntrospection.assertNoAnswer(asking, faults, what, fault);
        });
  }
}
