// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.Decision;

/** Google, whose access tokens only Google can read. */
class GoogleTest {

  private static final String TOKENINFO = "https://oauth2.googleapis.com/tokeninfo";
  private static final String EMAIL = "https://www.googleapis.com/auth/userinfo.email";
  private static final String CLIENT = "32555940559.apps.googleusercontent.com";
  private static final String TOKEN = "ya29.a0AfH6SMB";

  private final ProviderGate gate =
      new ProviderGate("google", "The MCP server").tools(GoogleTools.class);

  /** Google has no scopes of others: what a tool can require are Google's own. */
  public static class GoogleTools {

    @RequiresScope(value = EMAIL, tool = "list_notes")
    public void list() {}

    @RequiresScope(value = "https://www.googleapis.com/auth/drive.file", tool = "export_notes")
    public void export() {}
  }

  @Test
  void decideWhenTokenIsValidThenProceedsWithNumbersOfTheStrings() {
    gate.answer(TOKENINFO, 200, gate.text("tokeninfo"));
    AccessToken token = gate.accepted("list_notes", TOKEN);

    assertThat(token.issuer()).isEqualTo("https://accounts.google.com");
    assertThat(token.subject()).contains("111260650121245072906");
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.audience()).containsExactly(CLIENT);
    assertThat(token.expiresAt()).isEqualTo(Instant.ofEpochSecond(1785589200));
    assertThat(gate.asked.get(0).method()).isEqualTo("POST");
    assertThat(gate.asked.get(0).body()).isEqualTo("access_token=" + TOKEN);
    assertThat(gate.asked.get(0).headers())
        .isEqualTo(
            Map.of(
                "Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"));
  }

  @Test
  void decideWhenScopeIsMissingThenChallengeNamesIt() {
    gate.answer(TOKENINFO, 200, gate.text("tokeninfo"));

    assertThat(gate.refused("export_notes", TOKEN))
        .isEqualTo(
            ProviderGate.insufficient(
                "https://www.googleapis.com/auth/drive.file openid"
                    + " https://www.googleapis.com/auth/userinfo.email"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"aud\": \"32555940559.apps | \"aud\": \"other.apps | "
            + "The access token was not issued for this resource",
        "\"aud\": \"32555940559.apps.googleusercontent.com\", | | "
            + "The access token was not issued for this resource",
        "\"exp\": \"1785589200\" | \"exp\": \"1785585500\" | The access token expired",
        "\"exp\": \"1785589200\" | \"exp\": \"soon\" | The access token has no expiry"
      })
  void decideWhenAnswerIsForAnotherOrOldThenRefused(String part, String other, String reason) {
    gate.answer(TOKENINFO, 200, gate.text("tokeninfo").replace(part, other == null ? "" : other));

    gate.assertInvalid(TOKEN, reason);
  }

  @Test
  void decideWhenGoogleDoesNotKnowTheTokenThenRefused() {
    gate.answer(TOKENINFO, 400, gate.text("tokeninfo-error"));

    gate.assertInvalid(TOKEN, Reasons.UNKNOWN);
  }

  @Test
  void decideWhenGoogleFailsThenUnavailable() {
    gate.answer(TOKENINFO, 503, "");

    assertThat(gate.decide("list_notes", TOKEN)).isEqualTo(new Decision.Unavailable());
  }

  /** If Google answered for an ID token as if it were an access token. */
  @Test
  void decideWhenAnswerIsAboutAnIdTokenThenRefused() {
    String answer = gate.text("tokeninfo").replace("{\n", "{\n  \"at_hash\": \"x\",\n");
    gate.answer(TOKENINFO, 200, answer);

    gate.assertInvalid(TOKEN, "The token is not an access token");
  }
}
