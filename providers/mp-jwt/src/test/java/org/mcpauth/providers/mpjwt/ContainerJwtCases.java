// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.devserver.TokenDraft;

/** What holds on every server. */
abstract class ContainerJwtCases {

  @Test
  void whoamiWhenTokenIsValidThenLibraryAndServerKnowTheCaller() {
    JsonObject caller = accepted(token());

    assertThat(caller.getString("subject")).isEqualTo("alice");
    assertThat(caller.getString("client")).isEqualTo("cli");
    assertThat(texts(caller, "scopes")).containsExactly("notes:read");
    assertThat(texts(caller, "audience")).containsExactly(Deployed.RESOURCE.toString());
    assertThat(texts(caller, "roles")).containsExactly("staff");
    assertThat(caller.getString("actor")).isEqualTo("agent");
    assertThat(caller.getBoolean("names-raw-token")).isFalse();
    assertThat(caller.getString("subject-of-server")).isEqualTo("alice");
  }

  @Test
  void whoamiWhenAudiencesAreManyThenAccepted() {
    JsonObject caller =
        accepted(token().audience("https://elsewhere.example/mcp", Deployed.RESOURCE.toString()));

    assertThat(texts(caller, "audience"))
        .containsExactlyInAnyOrder("https://elsewhere.example/mcp", Deployed.RESOURCE.toString());
  }

  @Test
  void whoamiWhenTypeIsAccessTokenThenAccepted() {
    assertThat(accepted(token().type("at+jwt")).getString("subject")).isEqualTo("alice");
  }

  @Test
  void whoamiWhenNoTokenThenChallengeOfLibrary() {
    Call refused = Call.tool("whoami", null);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenges()).containsExactly("Bearer scope=\"notes:read\", " + metadata());
  }

  @Test
  void whoamiWhenAudienceIsAnotherThenLibraryRefuses() {
    assertRefusedByLibrary(
        token().wrongAudience(), "The access token was not issued for this resource");
  }

  @Test
  void addNoteWhenScopeIsMissingThenLibraryForbids() {
    Call refused = Call.tool("add_note", token().mint());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.challenges())
        .containsExactly(
            "Bearer error=\"insufficient_scope\", scope=\"notes:write\", "
                + metadata()
                + ", error_description=\"The access token lacks a scope that this operation needs\"");
  }

  @Test
  void whoamiWhenServerDoesNotAcceptTokenThenRefusedWithoutChallenge() {
    assertRefusedByServer(token().foreignKey());
    assertRefusedByServer(token().tamperedSignature());
    assertRefusedByServer(token().tamperedPayload());
    assertRefusedByServer(token().algNone());
    assertRefusedByServer(token().expired());
  }

  @Test
  void whoamiWhenIssuerIsAnotherThenRefused() {
    assertThat(Call.tool("whoami", token().wrongIssuer().mint()).status()).isEqualTo(401);
  }

  /** The server's own authentication is as it was. */
  @Test
  void plainWhenNotTheMcpEndpointThenServerAlone() {
    assertThat(Call.get("/plain", token().mint()).response().body()).isEqualTo("alice [staff]");
    assertThat(Call.get("/plain", null).status()).isEqualTo(200);
    assertThat(Call.get("/plain", token().foreignKey().mint()).status()).isEqualTo(401);
  }

  /** Before the library is asked; that is what the guide warns of. */
  private static void assertRefusedByServer(TokenDraft token) {
    Call refused = Call.tool("whoami", token.mint());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenges()).isEmpty();
  }

  private static void assertRefusedByLibrary(TokenDraft token, String description) {
    Call refused = Call.tool("whoami", token.mint());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenges()).containsExactly(invalidToken(description));
  }

  static String invalidToken(String description) {
    return "Bearer error=\"invalid_token\", scope=\"notes:read\", "
        + metadata()
        + ", error_description=\""
        + description
        + "\"";
  }

  private static JsonObject accepted(TokenDraft token) {
    Call call = Call.tool("whoami", token.mint());
    assertThat(call.challenges()).isEmpty();
    assertThat(call.status()).isEqualTo(200);
    return call.structured();
  }

  /** As most authorization servers make them, with what MicroProfile JWT wants of them. */
  private static TokenDraft token() {
    return Deployed.ISSUER
        .tokens()
        .forResource(Deployed.RESOURCE.toString())
        .type("JWT")
        .subject("alice")
        .clientId("cli")
        .scope("notes:read")
        .actor("agent")
        .claim("groups", List.of("staff"));
  }

  private static String metadata() {
    return "resource_metadata=\"" + Deployed.BASE + "/.well-known/oauth-protected-resource/mcp\"";
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString::getString);
  }
}
