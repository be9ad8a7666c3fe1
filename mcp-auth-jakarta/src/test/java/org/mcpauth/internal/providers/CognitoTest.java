// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;

/** Amazon Cognito, with and without resource binding. */
class CognitoTest {

  private static final String REGION = "https://cognito-idp.us-east-1.amazonaws.com/";
  private static final String POOL = REGION + "us-east-1_EXAMPLE";
  private static final String CLIENT = "57cbishk4j24pabc1234567890";
  private static final String PREFIX = "https://api.example.com/mcp/";

  private final ProviderGate bound = gate("Tokens with an audience");
  private final ProviderGate unbound = gate("Tokens without an audience");

  private static ProviderGate gate(String heading) {
    return new ProviderGate("cognito", heading)
        .publish(POOL + "/.well-known/openid-configuration", "openid-configuration")
        .publishKeys(POOL + "/.well-known/jwks.json", "jwks");
  }

  @Test
  void decideWhenTokenHasAudienceThenItCounts() {
    AccessToken token = bound.accepted("add_note", bound.token("access-token-for-resource"));

    assertThat(token.audience()).containsExactly("https://api.example.com/mcp");
    assertThat(token.scopes().asSet())
        .containsExactlyInAnyOrder("openid", "notes:read", "notes:write");
    assertThat(token.clientId()).contains(CLIENT);
    assertThat(token.roles()).containsExactly("editors");
  }

  @Test
  void decideWhenTokenHasNoAudienceThenItsClientCounts() {
    AccessToken token = unbound.accepted("add_note", unbound.token("access-token"));

    assertThat(token.audience()).containsExactly(CLIENT);
    assertThat(token.subject()).contains("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
  }

  @Test
  void decideWhenScopeIsMissingThenChallengeHasTheResourceServerInFront() {
    String token = unbound.token("access-token").claim("scope", PREFIX + "notes:read").sign();

    assertThat(unbound.refused("add_note", token))
        .isEqualTo(ProviderGate.insufficient(PREFIX + "notes:read " + PREFIX + "notes:write"));
  }

  /** A scope of another resource server is not ours, whatever it ends with. */
  @Test
  void decideWhenScopeIsOfAnotherResourceServerThenInsufficient() {
    String token =
        unbound.token("access-token").claim("scope", "https://other.example.com/notes:read").sign();

    assertThat(unbound.refused("list_notes", token))
        .isEqualTo(ProviderGate.insufficient(PREFIX + "notes:read"));
  }

  @Test
  void decideWhenIdTokenThenRefusedAlthoughItsAudienceIsAccepted() {
    unbound.assertInvalid(unbound.tokenOfSecondKey("id-token"), Reasons.NOT_ACCESS_TOKEN);
    bound.assertInvalid(bound.tokenOfSecondKey("id-token"), Reasons.NOT_ACCESS_TOKEN);
  }

  @Test
  void decideWhenOtherPoolOrOtherClientThenRefused() {
    unbound.assertInvalid(
        unbound.token("access-token").claim("iss", REGION + "us-east-1_OTHER"),
        Reasons.OTHER_ISSUER);
    unbound.assertInvalid(
        unbound.token("access-token").claim("client_id", "other"), Reasons.OTHER_AUDIENCE);
    unbound.assertInvalid(
        unbound.token("access-token").claim("aud", "https://other.example.com"),
        Reasons.OTHER_AUDIENCE);
    bound.assertInvalid(bound.token("access-token"), Reasons.OTHER_AUDIENCE);
  }
}
