// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ConfigurationException;

/** Entra ID: tokens of version 2 and 1, of users and of applications. */
class EntraTest {

  private static final String LOGIN = "https://login.microsoftonline.com/";
  private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
  private static final String OTHER_TENANT = "bbbbcccc-1111-dddd-2222-eeee3333ffff";
  private static final String API = "11112222-bbbb-3333-cccc-4444dddd5555";
  private static final String CLIENT = "22223333-cccc-4444-dddd-5555eeee6666";
  private static final String PREFIX = "api://" + API + "/";

  private final ProviderGate v2 =
      new ProviderGate("entra", "Version 2 tokens")
          .publish(
              LOGIN + TENANT + "/v2.0/.well-known/openid-configuration", "openid-configuration-v2")
          .publishKeys(LOGIN + TENANT + "/discovery/v2.0/keys", "keys-v2");

  private final ProviderGate v1 =
      new ProviderGate("entra", "Version 1 tokens")
          .publishKeys(LOGIN + TENANT + "/discovery/keys", "keys-v1");

  /** The user's roles are roles: the scopes are those that the client was given. */
  @Test
  void decideWhenUserTokenThenScopesOfScpAndRoles() {
    AccessToken token = v2.accepted("add_note", v2.token("access-token-v2"));

    assertThat(token.scopes()).isEqualTo(Scopes.of("notes:read", "notes:write"));
    assertThat(token.roles()).containsExactly("Notes.Editor");
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.subject()).contains("HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ");
    assertThat(token.audience()).containsExactly(API);
  }

  @Test
  void decideWhenScopeIsMissingThenChallengeNamesItAsClientsAskForIt() {
    String token = v2.token("access-token-v2").claim("scp", "notes:read").sign();

    assertThat(v2.refused("add_note", token))
        .isEqualTo(ProviderGate.insufficient(PREFIX + "notes:read " + PREFIX + "notes:write"));
  }

  /** Roles of the user must not become scopes. */
  @Test
  void decideWhenUserHasRoleNamedLikeScopeThenInsufficient() {
    String token =
        v2.token("access-token-v2")
            .claim("scp", "notes:read")
            .claim("roles", List.of("notes:write"))
            .sign();

    assertThat(v2.refused("add_note", token)).startsWith("Bearer error=\"insufficient_scope\"");
  }

  @Test
  void decideWhenApplicationTokenThenPermissionsAreScopes() {
    AccessToken token = v2.accepted("list_notes", v2.token("application-token-v2"));

    assertThat(token.scopes()).isEqualTo(Scopes.of("notes:read"));
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(v2.refused("add_note", v2.token("application-token-v2").sign()))
        .startsWith("Bearer error=\"insufficient_scope\"");
  }

  /** Its audience is the application, which is an accepted one, and it has roles. */
  @Test
  void decideWhenIdTokenThenRefused() {
    v2.assertInvalid(v2.token("id-token-v2"), Reasons.NOT_ACCESS_TOKEN);
    v2.assertInvalid(v2.token("id-token-v2").without("roles"), Reasons.NOT_ACCESS_TOKEN);
    v2.assertInvalid(v2.token("id-token-v2").claim("nonce", "n"), Reasons.NOT_ACCESS_TOKEN);
  }

  @Test
  void decideWhenOtherTenantOrOtherApiThenRefused() {
    v2.assertInvalid(
        v2.token("access-token-v2").claim("iss", LOGIN + OTHER_TENANT + "/v2.0"),
        Reasons.OTHER_ISSUER);
    v2.assertInvalid(v2.token("access-token-v2").claim("aud", CLIENT), Reasons.OTHER_AUDIENCE);
    v2.assertInvalid(v2.tokenOfSecondKey("access-token-v2"), Reasons.SIGNATURE);
  }

  @Test
  void decideWhenVersion1ThenAudienceIsTheUri() {
    AccessToken token = v1.accepted("add_note", v1.token("access-token-v1"));

    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.audience()).containsExactly("api://" + API);
    assertThat(token.issuer()).isEqualTo("https://sts.windows.net/" + TENANT + "/");
  }

  @Test
  void decideWhenVersion1AndIdTokenOrOtherTenantThenRefused() {
    v1.assertInvalid(v1.token("id-token-v1"), Reasons.NOT_ACCESS_TOKEN);
    v1.assertInvalid(
        v1.token("access-token-v1").claim("iss", "https://sts.windows.net/" + OTHER_TENANT + "/"),
        Reasons.OTHER_ISSUER);
    v1.assertInvalid(
        v1.token("access-token-v1").claim("iss", "https://sts.windows.net/" + TENANT),
        Reasons.OTHER_ISSUER);
  }

  /** One version's issuer is not the other's. */
  @Test
  void decideWhenVersionIsTheOtherThenRefused() {
    v2.assertInvalid(v2.token("access-token-v1"), Reasons.OTHER_ISSUER);
    v1.assertInvalid(v1.token("access-token-v2"), Reasons.OTHER_ISSUER);
  }

  @Test
  void assembleWhenTenantIsCommonThenTheDeploymentStops() {
    ProviderGate common =
        new ProviderGate("entra", "Version 2 tokens")
            .with("mcp.auth.authorization-servers", LOGIN + "common/v2.0")
            .publish(
                LOGIN + "common/v2.0/.well-known/openid-configuration",
                "openid-configuration-common");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(common::engine)
        .withMessage(
            "MCPAUTH-2002: mcp.auth.authorization-servers: the metadata of"
                + " https://login.microsoftonline.com/common/v2.0 at"
                + " https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"
                + " names another issuer, 'https://login.microsoftonline.com/{tenantid}/v2.0'"
                + " (RFC 8414 §3.3); a good value is an issuer identifier such as"
                + " https://issuer.example.com");
  }

  /** The metadata of version 1 is not where its issuer identifier says, but near that of 2. */
  @Test
  void assembleWhenVersion1IsLookedUpAtTheLoginHostThenTheDeploymentStopsAndNamesTheIssuer() {
    ProviderGate login =
        new ProviderGate("entra", "Version 2 tokens")
            .with("mcp.auth.authorization-servers", LOGIN + TENANT)
            .publish(
                LOGIN + TENANT + "/.well-known/openid-configuration", "openid-configuration-v1");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(login::engine)
        .withMessageStartingWith("MCPAUTH-2002")
        .withMessageContaining("another issuer, 'https://sts.windows.net/" + TENANT + "/'");
  }
}
