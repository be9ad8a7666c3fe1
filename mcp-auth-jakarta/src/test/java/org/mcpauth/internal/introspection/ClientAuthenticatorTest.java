// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.MutableClock;

/** What a request says about the resource that sends it. */
class ClientAuthenticatorTest {

  private final MutableClock clock = new MutableClock();

  @Test
  void credentialsWhenNoneThenNothing() {
    ClientAuthenticator none = authenticator(ClientAuthentication.NONE, "id", "secret");

    assertThat(none.credentials()).isEqualTo(new ClientCredentials(Map.of(), Map.of()));
    assertThat(none.isAuthenticated()).isFalse();
  }

  /** RFC 6749 §2.3.1: the example. */
  @Test
  void credentialsWhenBasicThenHeader() {
    ClientAuthenticator basic =
        authenticator(
            ClientAuthentication.CLIENT_SECRET_BASIC, "s6BhdRkqt3", "7Fjfp0ZBr1KtDRbnfVdmIw");

    assertThat(basic.credentials())
        .isEqualTo(
            new ClientCredentials(
                Map.of("Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"),
                Map.of()));
    assertThat(basic.isAuthenticated()).isTrue();
  }

  /** RFC 6749 §2.3.1, Appendix B: both are form-encoded before they are joined. */
  @Test
  void credentialsWhenBasicWithSpecialCharactersThenFormEncodedFirst() {
    ClientAuthenticator basic =
        authenticator(ClientAuthentication.CLIENT_SECRET_BASIC, "a:b c", "p%+&=:ü€");

    // a%3Ab+c:p%25%2B%26%3D%3A%C3%BC%E2%82%AC
    assertThat(basic.credentials().headers())
        .containsOnly(
            Map.entry(
                "Authorization", "Basic YSUzQWIrYzpwJTI1JTJCJTI2JTNEJTNBJUMzJUJDJUUyJTgyJUFD"));
  }

  @Test
  void credentialsWhenPostThenParameters() {
    assertThat(authenticator(ClientAuthentication.CLIENT_SECRET_POST, "id", "s").credentials())
        .isEqualTo(
            new ClientCredentials(Map.of(), Map.of("client_id", "id", "client_secret", "s")));
  }

  @Test
  void credentialsWhenBearerThenHeader() {
    IssuerSettings settings =
        new AskedIssuer()
            .as(AskedIssuer.client(ClientAuthentication.BEARER, "", null, "own-token"))
            .settings();

    assertThat(new ClientAuthenticator(settings, Optional.empty(), clock).credentials())
        .isEqualTo(new ClientCredentials(Map.of("Authorization", "Bearer own-token"), Map.of()));
  }

  /** RFC 7523 §3. */
  @Test
  void credentialsWhenPrivateKeyJwtThenAssertion() throws JOSEException, ParseException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    ClientAuthenticator authenticator = privateKeyJwt((claims, type) -> sign(key, claims, type));
    Map<String, String> parameters = authenticator.credentials().parameters();

    assertThat(authenticator.credentials().headers()).isEmpty();
    assertThat(parameters)
        .containsOnlyKeys("client_id", "client_assertion_type", "client_assertion")
        .containsEntry("client_id", "resource-1")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    SignedJWT assertion = SignedJWT.parse(parameters.get("client_assertion"));
    assertThat(assertion.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    Instant now = clock.instant();
    assertThat(claims.getIssuer()).isEqualTo("resource-1");
    assertThat(claims.getSubject()).isEqualTo("resource-1");
    assertThat(claims.getAudience()).containsExactly(TestIssuer.ISSUER);
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(now));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(now.plusSeconds(60)));
    assertThat(claims.getJWTID()).matches("[A-Za-z0-9_-]{22}");
    assertThat(claims.getClaims()).hasSize(6);
  }

  /** RFC 7523 §3 (7): a server may refuse an assertion that it has seen. */
  @Test
  void credentialsWhenPrivateKeyJwtThenEachAssertionHasItsOwnId() {
    ClientAuthenticator authenticator =
        privateKeyJwt((claims, type) -> String.valueOf(claims.get("jti")));

    assertThat(authenticator.credentials()).isNotEqualTo(authenticator.credentials());
  }

  @Test
  void constructorWhenSomethingIsMissingThenNamesTheKey() {
    assertIncomplete(ClientAuthentication.CLIENT_SECRET_BASIC, "", "mcp.auth.client.id");
    assertIncomplete(ClientAuthentication.CLIENT_SECRET_BASIC, "id", "mcp.auth.client.secret");
    assertIncomplete(ClientAuthentication.CLIENT_SECRET_POST, "", "mcp.auth.client.id");
    assertIncomplete(ClientAuthentication.CLIENT_SECRET_POST, "id", "mcp.auth.client.secret");
    assertIncomplete(ClientAuthentication.PRIVATE_KEY_JWT, "", "mcp.auth.client.id");
    assertIncomplete(ClientAuthentication.PRIVATE_KEY_JWT, "id", "mcp.auth.client.private-key");
    assertIncomplete(ClientAuthentication.BEARER, "id", "mcp.auth.client.token");
  }

  /** GEN-4. */
  @Test
  void toStringWhenCredentialsThenNoSecret() {
    assertThat(authenticator(ClientAuthentication.CLIENT_SECRET_POST, "id", "5ecret").credentials())
        .asString()
        .contains("client_secret")
        .doesNotContain("5ecret");
    assertThat(ClientCredentials.header("Bearer 5ecret")).asString().doesNotContain("5ecret");
  }

  private void assertIncomplete(ClientAuthentication way, String id, String key) {
    IssuerSettings settings =
        new AskedIssuer().as(AskedIssuer.client(way, id, null, null)).settings();

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new ClientAuthenticator(settings, Optional.empty(), clock))
        .withMessage(
            "MCPAUTH-2301: %s is not set: %s, the way in which this resource authenticates itself"
                + " to https://issuer.example.com, needs it",
            key, way);
  }

  private ClientAuthenticator authenticator(ClientAuthentication way, String id, String secret) {
    return new ClientAuthenticator(
        new AskedIssuer().as(AskedIssuer.client(way, id, secret, null)).settings(),
        Optional.empty(),
        clock);
  }

  private ClientAuthenticator privateKeyJwt(AssertionSigner signer) {
    return new ClientAuthenticator(
        new AskedIssuer()
            .as(AskedIssuer.client(ClientAuthentication.PRIVATE_KEY_JWT, "resource-1", null, null))
            .settings(),
        Optional.of(signer),
        clock);
  }

  private static String sign(ECKey key, Map<String, Object> claims, String type) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type)).build(),
              JWTClaimsSet.parse(claims));
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
