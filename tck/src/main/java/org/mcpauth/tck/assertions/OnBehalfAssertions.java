// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.mcpauth.devserver.Faults;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * With which token a tool calls another service for its caller: at the resource with such a tool,
 * if the profile names one.
 */
public interface OnBehalfAssertions extends ServerTest {

  private static McpServer calling(McpServer server) {
    return server.at(Feature.ON_BEHALF);
  }

  /** Checks whom the other service takes for its caller. */
  @Extended
  @Assertion(
      id = "other-service-gets-a-token-of-its-own",
      strategy =
          "A tool that calls another service, called by two subjects in turn, sends it one bearer"
              + " token, of the same issuer, for the other service alone and about the subject that"
              + " called")
  default void otherServiceGetsATokenOfItsOwn(McpServer server) {
    McpServer calling = calling(server);
    TokenDraft draft = calling.tokens().draft();
    String alice = draft.subject("tck-alice").mint();
    String bob = draft.subject("tck-bob").mint();
    try (OtherService service = OtherService.start()) {
      for (String token : List.of(alice, bob, alice)) {
        Reply reply = service.call(calling.inSessionOf(token), token);
        assertThat(service.wasAnswered(reply)).as("what the service said: %s", reply).isTrue();
        OtherService.Visit visit = service.visits().get(service.visits().size() - 1);
        assertThat(visit.authorization()).as("Authorization").hasSize(1);
        String credentials = visit.authorization().get(0);
        assertThat(credentials.regionMatches(true, 0, "Bearer ", 0, 7)).as("Bearer").isTrue();
        assertIsFor(service, claims(token), claims(credentials.substring(7).strip()));
      }
    }
  }

  private static void assertIsFor(OtherService service, JsonObject caller, JsonObject sent) {
    assertThat(sent.getString("iss", "")).as("iss").isEqualTo(caller.getString("iss"));
    assertThat(sent.getString("sub", "")).as("sub").isEqualTo(caller.getString("sub"));
    JsonValue audience = sent.getOrDefault("aud", JsonValue.NULL);
    JsonString here = Json.createValue(service.url().toString());
    JsonArray onlyHere = Json.createArrayBuilder().add(here).build();
    assertThat(audience).as("aud").isIn(here, onlyHere);
  }

  /** The issuer makes no other tokens than JWTs: what is none is not from there. */
  private static JsonObject claims(String token) {
    try {
      String payload = CompactToken.decoded(CompactToken.of(token).payload());
      try (JsonReader reader = Json.createReader(new StringReader(payload))) {
        return reader.readObject();
      }
    } catch (IllegalArgumentException | JsonException e) {
      throw new AssertionError("what came is no token of the issuer", e);
    }
  }

  /** Checks where the caller's token does not go. */
  @Extended
  @Assertion(
      id = "callers-token-stays-here",
      strategy =
          "What a tool sends another service has the caller's token nowhere: neither in the target"
              + " of the request nor in any header nor in the body, and what the caller is told has"
              + " no token of the service's")
  default void callersTokenStaysHere(McpServer server) {
    McpServer calling = calling(server);
    String token = calling.tokens().draft().subject("tck-carol").mint();
    try (OtherService service = OtherService.start()) {
      Reply reply = service.call(calling.inSessionOf(token), token);
      BlockedError.unless(!service.visits().isEmpty(), "the other service must be asked", reply);
      for (OtherService.Visit visit : service.visits()) {
        // The signature too: who sends the token in two parts sends it.
        for (String part : List.of(token, CompactToken.of(token).signature())) {
          assertThat(visit.everything().contains(part)).as("the caller's token").isFalse();
        }
        for (String credentials : visit.authorization()) {
          String sent = credentials.substring(credentials.indexOf(' ') + 1).strip();
          assertThat(!sent.isEmpty() && reply.body().contains(sent))
              .as("the token of the service")
              .isFalse();
        }
      }
    }
  }

  /** Checks that there is no way around the issuer. */
  @Extended
  @Assertion(
      id = "without-exchange-nothing-is-sent",
      strategy =
          "A tool that calls another service fails as long as the issuer answers 503 at its token"
              + " endpoint, and sends nothing to the service, also for a caller with every scope")
  default void withoutExchangeNothingIsSent(McpServer server) {
    McpServer calling = calling(server);
    TokenDraft draft = calling.tokens().draft();
    Faults faults = calling.tokens().issuer().server().faults();
    try (OtherService service = OtherService.start()) {
      String known = draft.subject("tck-dave").mint();
      Reply usual = service.call(calling.inSessionOf(known), known);
      BlockedError.unless(service.wasAnswered(usual), "the other service must be asked", usual);
      String token = draft.subject("tck-erin").mint();
      McpServer session = calling.inSessionOf(token);
      Trial.requireAccepted(session, token);
      int before = service.visits().size();
      faults.unavailable(Faults.Endpoint.TOKEN);
      try {
        Reply reply = service.call(session, token);
        assertThat(service.wasAnswered(reply)).as("%s", reply).isFalse();
        assertThat(service.visits()).as("requests to the service").hasSize(before);
      } finally {
        faults.repair(Faults.Endpoint.TOKEN);
      }
    }
  }
}
