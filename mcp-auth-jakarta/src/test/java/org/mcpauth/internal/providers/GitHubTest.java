// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.settings.ConfigurationException;

/** GitHub, which is asked about every token. */
class GitHubTest {

  private static final String CLIENT = "Iv1.8a61f9b3a7aba766";
  private static final String CHECK = "https://api.github.com/applications/" + CLIENT + "/token";
  private static final String TOKEN = "gho_16C7e42F292c6912E7710c838347Ae178B4a";

  private final ProviderGate gate =
      new ProviderGate("github", "The MCP server")
          .with("mcp.auth.client.secret", "s3cret")
          .tools(GitHubTools.class);

  /** GitHub has no scopes of others: what a tool can require are GitHub's own. */
  public static class GitHubTools {

    @RequiresScope(value = "read:user", tool = "list_notes")
    public void list() {}

    @RequiresScope(value = "gist", tool = "publish_note")
    public void publish() {}
  }

  @Test
  void decideWhenTokenIsValidThenProceedsAndGitHubWasAskedWithBasic() {
    gate.answer(CHECK, 200, gate.text("check-token"));
    AccessToken token = gate.accepted("list_notes", TOKEN);

    assertThat(token.subject()).contains("583231");
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.scopes().asSet()).containsExactlyInAnyOrder("read:user", "repo");
    assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-08-01T19:58:00Z"));
    assertThat(gate.asked.get(0).method()).isEqualTo("POST");
    assertThat(gate.asked.get(0).body()).isEqualTo("{\"access_token\":\"" + TOKEN + "\"}");
    assertThat(gate.asked.get(0).headers())
        .isEqualTo(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic SXYxLjhhNjFmOWIzYTdhYmE3NjY6czNjcmV0"));
  }

  /** Tokens of OAuth apps have no end: they are asked about again after a minute. */
  @Test
  void decideWhenTokenHasNoEndThenTheAnswerHasOne() {
    gate.answer(CHECK, 200, gate.text("check-token").replace("\"2026-08-01T19:58:00Z\"", "null"));

    assertThat(gate.accepted("list_notes", TOKEN).expiresAt())
        .isEqualTo(gate.clock.instant().plus(Duration.ofSeconds(60)));
  }

  @Test
  void decideWhenScopeIsMissingThenChallengeNamesIt() {
    gate.answer(CHECK, 200, gate.text("check-token"));

    assertThat(gate.refused("publish_note", TOKEN))
        .isEqualTo(ProviderGate.insufficient("gist read:user repo"));
  }

  @Test
  void decideWhenGitHubDoesNotKnowTheTokenThenRefused() {
    gate.answer(CHECK, 404, gate.text("not-found"));

    gate.assertInvalid(TOKEN, Reasons.UNKNOWN);
  }

  /** 422 is also what GitHub says when it was asked too often: nothing is known about the token. */
  @Test
  void decideWhenGitHubDoesNotLookThenUnavailable() {
    gate.answer(CHECK, 422, gate.text("validation-failed"));
    assertThat(gate.decide("list_notes", TOKEN)).isEqualTo(new Decision.Unavailable());

    gate.answer(CHECK, 403, "{\"message\":\"API rate limit exceeded\"}");
    assertThat(gate.decide("list_notes", TOKEN)).isEqualTo(new Decision.Unavailable());
  }

  @Test
  void decideWhenTokenIsOfAnotherAppOrOldThenRefused() {
    gate.answer(CHECK, 200, gate.text("check-token").replace(CLIENT, "Iv1.other"));
    gate.assertInvalid(TOKEN, Reasons.OTHER_AUDIENCE);

    gate.answer(CHECK, 200, gate.text("check-token").replace("2026-08-01T19", "2026-08-01T11"));
    gate.assertInvalid(TOKEN, Reasons.EXPIRED);
  }

  @Test
  void readWhenSecretIsMissingThenTheDeploymentStops() {
    ProviderGate without = new ProviderGate("github", "The MCP server").tools(GitHubTools.class);

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(without::engine)
        .withMessageContaining("mcp.auth.client.secret");
  }
}
