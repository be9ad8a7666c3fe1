// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.ConfigurationException;

/** Several resources, and several issuers, in one application. */
class AuthorizationEngineResourcesTest {

  private static final String NOTES = "https://mcp.example.com/mcp";
  private static final String ADMIN = "https://mcp.example.com/mcp/admin";
  private static final TestIssuer PARTNER =
      new TestIssuer("https://partner.example.com", SigningKey.RSA);

  private final Gate gate =
      new Gate(
          "mcp.auth.resources.admin.resource",
          ADMIN,
          "mcp.auth.resources.admin.scopes",
          "notes:admin",
          "mcp.auth.authorization-servers",
          TestIssuer.ISSUER + ",partner",
          "mcp.auth.issuers.partner.issuer",
          PARTNER.identifier(),
          "mcp.auth.issuers.partner.jwt.type",
          "lenient",
          "mcp.auth.issuers.partner.claims.scopes",
          "permissions/granted",
          "mcp.auth.resources.admin.authorization-servers",
          TestIssuer.ISSUER);
  private final AuthorizationEngine engine;

  AuthorizationEngineResourcesTest() {
    gate.fetcher.publish(PARTNER);
    engine = gate.engine(NotesTools.class);
  }

  /** AUD-2: each accepts its own tokens and no others. */
  @ParameterizedTest
  @CsvSource({
    NOTES + ",/mcp,true",
    NOTES + ",/mcp/admin,false",
    ADMIN + ",/mcp/admin,true",
    ADMIN + ",/mcp/admin/x,true",
    ADMIN + ",/mcp,false",
    ADMIN + ",/mcp/other,false"
  })
  void decideWhenTokenIsForOneResourceThenGoodThereAlone(
      String audience, String path, boolean good) {
    String token = gate.issuer.token(gate.clock).claim("aud", audience).sign();
    FakeRequest request =
        FakeRequest.tool("whoami").path(path).header("Authorization", "Bearer " + token);

    // Twice: what one resource remembers must not help at the other.
    assertThat(engine.decide(request) instanceof Decision.Proceed).isEqualTo(good);
    assertThat(
            engine.decide(
                    FakeRequest.tool("whoami")
                        .path(path)
                        .header("Authorization", "Bearer " + token))
                instanceof Decision.Proceed)
        .isEqualTo(good);
  }

  /** What two resources know of one issuer they know together. */
  @Test
  void assembleWhenResourcesShareAnIssuerThenItIsAskedOnce() {
    assertThat(gate.fetcher.calls(gate.issuer.metadataUri())).isEqualTo(1);
    assertThat(gate.fetcher.calls(gate.issuer.jwksUri())).isEqualTo(1);
  }

  /** RFC 9728 §3.3: each has its own document, and nothing is at the place of neither. */
  @Test
  void decideWhenMetadataIsAskedForThenThatOfTheResource() {
    assertThat(body("/.well-known/oauth-protected-resource/mcp"))
        .startsWith("{\"resource\":\"" + NOTES + "\",");
    assertThat(body("/.well-known/oauth-protected-resource/mcp/admin"))
        .startsWith("{\"resource\":\"" + ADMIN + "\",");
    assertThat(engine.decide(FakeRequest.get("/.well-known/oauth-protected-resource")))
        .isEqualTo(new Decision.Pass());
  }

  @Test
  void decideWhenNoCredentialsThenChallengeNamesTheResourcesOwnMetadata() {
    assertThat(
            AuthorizationEngineTest.header(engine, FakeRequest.tool("whoami").path("/mcp/admin")))
        .isEqualTo(
            "Bearer scope=\"notes:admin\", resource_metadata="
                + "\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp/admin\"");
  }

  /** Each issuer's tokens by its own rules: type and scope claim are the partner's alone. */
  @Test
  void decideWhenIssuersDifferThenEachByItsOwnRules() {
    Map<String, Object> granted = Map.of("granted", "notes:read notes:write");
    String partner =
        PARTNER.token(gate.clock).header("typ", "JWT").claim("permissions", granted).sign();
    String own =
        gate.issuer.token(gate.clock).header("typ", "JWT").claim("permissions", granted).sign();

    assertThat(engine.decide(call(partner))).isInstanceOf(Decision.Proceed.class);
    assertThat(AuthorizationEngineTest.header(engine, call(own)))
        .contains("error=\"invalid_token\"");
  }

  @Test
  void decideWhenIssuerIsNotOneOfTheResourceThenRefused() {
    String token = PARTNER.token(gate.clock).claim("aud", ADMIN).sign();

    assertThat(
            AuthorizationEngineTest.header(
                engine,
                FakeRequest.tool("whoami")
                    .path("/mcp/admin")
                    .header("Authorization", "Bearer " + token)))
        .contains("The issuer of the access token is not accepted here");
  }

  /** RFC 8725 §3.8: a key of one issuer verifies nothing of another, even with the same URL. */
  @Test
  void decideWhenSignedByTheOtherIssuerThenRefused() {
    String forged = PARTNER.token(gate.clock).claim("iss", TestIssuer.ISSUER).sign();

    assertThat(AuthorizationEngineTest.header(engine, call(forged)))
        .contains("error=\"invalid_token\"");
  }

  @Test
  void newWhenResourcesShareAnAudienceThenTheDeploymentStops() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                new Gate(
                    "mcp.auth.resources.admin.resource", ADMIN, "mcp.auth.audiences", "api://x"))
        .withMessage(
            "MCPAUTH-1008: mcp.auth.audiences: two resources accept the audience 'api://x', so that"
                + " a token for one would be good for the other; set"
                + " mcp.auth.resources.<name>.audiences for each, for example to its resource"
                + " identifier");
  }

  /** One trailing slash does not part audiences, so it does not part resources either. */
  @Test
  void newWhenAudiencesDifferByATrailingSlashThenTheDeploymentStops() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                new Gate(
                    "mcp.auth.resources.a.resource", "https://a.example.com/a",
                    "mcp.auth.resources.a.audiences", "api://notes",
                    "mcp.auth.resources.b.resource", "https://a.example.com/b",
                    "mcp.auth.resources.b.audiences", "api://notes/"))
        .withMessageStartingWith(
            "MCPAUTH-1008: mcp.auth.audiences: two resources accept the audience 'api://notes/'");
  }

  private static FakeRequest call(String token) {
    return FakeRequest.tool("add_note").header("Authorization", "Bearer " + token);
  }

  private String body(String path) {
    FakeRequest request = FakeRequest.get(path);
    return engine.answer((Decision.Answered) engine.decide(request), request).body();
  }
}
