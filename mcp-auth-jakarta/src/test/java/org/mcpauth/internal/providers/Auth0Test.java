// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.settings.ConfigurationException;

/** Auth0, with both of its token profiles. */
class Auth0Test {

  private static final String ISSUER = "https://example.eu.auth0.com/";
  private static final String CLIENT = "K1AUPhZq8mRi0Q0pjhkfu1D7y6KjDQja";

  private final ProviderGate gate = publish(new ProviderGate("auth0", "The MCP server"));

  private static ProviderGate publish(ProviderGate gate) {
    return gate.publish(ISSUER + ".well-known/openid-configuration", "openid-configuration")
        .publishKeys(ISSUER + ".well-known/jwks.json", "jwks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-token", "access-token-rfc9068"})
  void decideWhenUserTokenThenScopesAndPermissions(String profile) {
    AccessToken token = gate.accepted("add_note", gate.token(profile));

    assertThat(token.scopes().asSet())
        .containsExactlyInAnyOrder("openid", "profile", "notes:read", "notes:write");
    assertThat(token.roles()).containsExactly("notes:read", "notes:write");
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.subject()).contains("auth0|123456");
    assertThat(token.audience())
        .containsExactly("https://api.example.com/mcp", "https://example.eu.auth0.com/userinfo");
  }

  /** What the user may do is not what the client may. */
  @Test
  void decideWhenScopeIsOnlyAPermissionThenInsufficient() {
    String token = gate.token("access-token").claim("scope", "openid notes:read").sign();

    assertThat(gate.refused("add_note", token))
        .isEqualTo(ProviderGate.insufficient("notes:read notes:write openid"));
  }

  @Test
  void decideWhenMachineTokenThenItsScopes() {
    assertThat(gate.accepted("list_notes", gate.token("machine-token")).clientId())
        .contains(CLIENT);
  }

  @Test
  void decideWhenIdTokenThenRefusedWhateverItsAudience() {
    gate.assertInvalid(gate.token("id-token"), Reasons.NOT_ACCESS_TOKEN);
    ProviderGate client = gate.with("mcp.auth.audiences", CLIENT);
    client.assertInvalid(client.token("id-token"), Reasons.NOT_ACCESS_TOKEN);
    client.assertInvalid(client.token("id-token").claim("nonce", "n"), Reasons.NOT_ACCESS_TOKEN);
  }

  /** Every character of the issuer identifier counts, the slash too. */
  @Test
  void decideWhenOtherTenantOrApiOrNoSlashThenRefused() {
    gate.assertInvalid(
        gate.token("access-token").claim("iss", "https://example.eu.auth0.com"),
        Reasons.OTHER_ISSUER);
    gate.assertInvalid(
        gate.token("access-token").claim("iss", "https://other.eu.auth0.com/"),
        Reasons.OTHER_ISSUER);
    gate.assertInvalid(
        gate.token("access-token").claim("aud", ISSUER + "userinfo"), Reasons.OTHER_AUDIENCE);
  }

  @Test
  void assembleWhenSlashIsForgottenThenTheDeploymentStopsAndShowsIt() {
    ProviderGate without =
        publish(new ProviderGate("auth0", "The MCP server"))
            .with("mcp.auth.authorization-servers", "https://example.eu.auth0.com");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(without::engine)
        .withMessageStartingWith("MCPAUTH-2002")
        .withMessageContaining("names another issuer, 'https://example.eu.auth0.com/'");
  }
}
