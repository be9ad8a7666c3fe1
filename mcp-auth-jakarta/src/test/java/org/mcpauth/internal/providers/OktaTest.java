// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/** Okta, with a custom authorization server. */
class OktaTest {

  private static final String ORG = "https://example.okta.com";
  private static final String SERVER = "/oauth2/aus1a2b3c4d5e6f7g8h9";

  private final ProviderGate gate =
      new ProviderGate("okta", "The MCP server")
          .publish(
              ORG + "/.well-known/oauth-authorization-server" + SERVER,
              "oauth-authorization-server")
          .publishKeys(ORG + SERVER + "/v1/keys", "keys");

  @Test
  void decideWhenUserTokenThenScopesOfTheArray() {
    AccessToken token = gate.accepted("add_note", gate.token("access-token"));

    assertThat(token.scopes()).isEqualTo(Scopes.of("notes:read", "notes:write"));
    assertThat(token.clientId()).contains("nmdP1fcyvdVO11AL7ECm");
    assertThat(token.subject()).contains("april.smith@okta.com");
    assertThat(token.roles()).containsExactly("Editors", "Everyone");
  }

  /** The place before RFC 8414, for which Okta has not said an end. */
  @Test
  void decideWhenMetadataIsOnlyWhereOpenIdWantsItThenFound() {
    ProviderGate openId =
        new ProviderGate("okta", "The MCP server")
            .publish(
                ORG + SERVER + "/.well-known/openid-configuration", "oauth-authorization-server")
            .publishKeys(ORG + SERVER + "/v1/keys", "keys");

    openId.accepted("add_note", openId.token("access-token"));
  }

  @Test
  void decideWhenServiceTokenThenItsScopes() {
    AccessToken token = gate.accepted("list_notes", gate.token("service-token"));

    assertThat(token.clientId()).contains("0oa1a2b3c4d5e6f7g8h9");
    assertThat(gate.refused("add_note", gate.token("service-token").sign()))
        .isEqualTo(ProviderGate.insufficient("notes:read notes:write"));
  }

  @Test
  void decideWhenIdTokenThenRefusedWhateverItsAudience() {
    gate.assertInvalid(gate.token("id-token"), Reasons.NOT_ACCESS_TOKEN);
    ProviderGate client = gate.with("mcp.auth.audiences", "nmdP1fcyvdVO11AL7ECm");
    client.assertInvalid(client.token("id-token"), Reasons.NOT_ACCESS_TOKEN);
    client.assertInvalid(
        client.token("id-token").claim("at_hash", "preyx4").claim("cid", "x"),
        Reasons.NOT_ACCESS_TOKEN);
  }

  /** What the org's own server issues is for Okta's API alone. */
  @Test
  void decideWhenOtherServerOrOtherApiThenRefused() {
    gate.assertInvalid(gate.token("access-token").claim("iss", ORG), Reasons.OTHER_ISSUER);
    gate.assertInvalid(
        gate.token("access-token").claim("iss", ORG + "/oauth2/default"), Reasons.OTHER_ISSUER);
    gate.assertInvalid(
        gate.token("access-token").claim("iss", "https://other.okta.com" + SERVER),
        Reasons.OTHER_ISSUER);
    gate.assertInvalid(
        gate.token("access-token").claim("aud", "api://default"), Reasons.OTHER_AUDIENCE);
    gate.assertInvalid(gate.token("org-access-token"), Reasons.NOT_ACCESS_TOKEN);
  }
}
