// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.jose.SigningKey;

/** FusionAuth: its JWTs verified here, and by its own endpoint. */
class FusionAuthTest {

  private static final String ISSUER = "https://auth.example.com";
  private static final String VALIDATE = ISSUER + "/api/jwt/validate";
  private static final String APPLICATION = "e9fdb985-9173-4e01-9d73-ac2d60d1dc8e";

  private final ProviderGate jwt =
      new ProviderGate("fusionauth", "Verified by signature")
          .publish(ISSUER + "/.well-known/openid-configuration", "openid-configuration")
          .publishKeys(ISSUER + "/.well-known/jwks.json", "jwks");

  private final ProviderGate asking = new ProviderGate("fusionauth", "Verified by asking");

  @Test
  void decideWhenAccessTokenThenScopesAndRoles() {
    AccessToken token = jwt.accepted("add_note", jwt.token("access-token"));

    assertThat(token.scopes().asSet())
        .containsExactlyInAnyOrder("offline_access", "openid", "notes:read", "notes:write");
    assertThat(token.roles()).containsExactly("editor");
    assertThat(token.clientId()).contains(APPLICATION);
    assertThat(token.subject()).contains("00000000-0000-0000-0000-111111111111");
  }

  /** A user who is not registered for the application: its identifier is in the audience alone. */
  @Test
  void decideWhenNoApplicationIdThenClientIsTheAudience() {
    AccessToken token =
        jwt.accepted("add_note", jwt.token("access-token").without("applicationId"));

    assertThat(token.clientId()).contains(APPLICATION);
  }

  @Test
  void decideWhenIdTokenThenRefusedAlthoughItHasScopesAndAnAcceptedAudience() {
    jwt.assertInvalid(jwt.token("id-token"), Reasons.NOT_ACCESS_TOKEN);
    jwt.assertInvalid(
        jwt.token("id-token").without("at_hash").claim("nonce", "n"), Reasons.NOT_ACCESS_TOKEN);
    jwt.assertInvalid(
        jwt.token("id-token").without("at_hash").claim("tty", "id"), Reasons.NOT_ACCESS_TOKEN);
    jwt.assertInvalid(
        jwt.token("id-token").without("at_hash").without("scope"), Reasons.NOT_ACCESS_TOKEN);
  }

  @Test
  void decideWhenOtherIssuerOrApplicationOrSharedSecretThenRefused() {
    jwt.assertInvalid(jwt.token("access-token").claim("iss", "acme.com"), Reasons.OTHER_ISSUER);
    jwt.assertInvalid(jwt.token("access-token").claim("aud", "other"), Reasons.OTHER_AUDIENCE);
    jwt.assertInvalid(jwt.token("access-token").key(SigningKey.OCT), Reasons.ALGORITHM);
  }

  @Test
  void decideWhenEndpointKnowsTheTokenThenProceeds() {
    asking.answer(VALIDATE, 200, asking.text("validate-access-token"));
    String sent = asking.token("access-token").sign();
    AccessToken token = asking.accepted("add_note", sent);

    assertThat(token.roles()).containsExactly("editor");
    assertThat(token.clientId()).contains(APPLICATION);
    assertThat(asking.asked.get(0).method()).isEqualTo("GET");
    assertThat(asking.asked.get(0).headers())
        .isEqualTo(Map.of("Accept", "application/json", "Authorization", "Bearer " + sent));
  }

  /** The endpoint says yes to every JWT that FusionAuth signed. */
  @Test
  void decideWhenEndpointKnowsAnIdTokenThenRefused() {
    asking.answer(VALIDATE, 200, asking.text("validate-id-token"));

    asking.assertInvalid(asking.token("id-token"), "The token is not an access token");
  }

  @Test
  void decideWhenEndpointKnowsTokenOfAnotherApplicationThenRefused() {
    String other = asking.text("validate-access-token").replace(APPLICATION, "other");
    asking.answer(VALIDATE, 200, other);

    asking.assertInvalid(
        asking.token("access-token").claim("aud", "other"), Reasons.OTHER_AUDIENCE);
  }

  @Test
  void decideWhenEndpointRefusesOrFailsThenInvalidOrUnavailable() {
    asking.answer(VALIDATE, 401, "");
    asking.assertInvalid(asking.token("access-token"), Reasons.UNKNOWN);
    asking.answer(VALIDATE, 500, "");
    assertThat(asking.decide("list_notes", asking.token("access-token").sign()))
        .isEqualTo(new Decision.Unavailable());
  }

  @Test
  void decideWhenEndpointIsForAnotherIssuersTokenThenNotAsked() {
    asking.answer(VALIDATE, 200, asking.text("validate-access-token"));
    asking.assertInvalid(
        asking.token("access-token").claim("iss", "https://other.example.com"), Reasons.UNKNOWN);

    assertThat(asking.asked).isEqualTo(List.of());
  }
}
