// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.IssuerSettings.Verification;

/** Keys for one issuer or one resource, and what counts where there is none. */
class NamedIssuersTest {

  private static final MapSettingsSource MINIMAL = MapSettingsSource.minimal();

  private static final MapSettingsSource TWO =
      MapSettingsSource.empty()
          .with("mcp.auth.resource", "https://api.example.com/mcp")
          .with("mcp.auth.issuers.work.issuer", "https://work.example.com")
          .with("mcp.auth.issuers.partner.issuer", "https://partner.example.com");

  @Test
  void readWhenOnlyNamedIssuersThenAllOfThem() {
    assertThat(TWO.readResource().authorizationServers())
        .containsExactly("https://partner.example.com", "https://work.example.com");
  }

  @Test
  void readWhenKeyIsForOneThenTheOtherKeepsWhatIsForAll() {
    List<IssuerSettings> issuers =
        TWO.with("mcp.auth.jwt.clock-skew", "30")
            .with("mcp.auth.issuers.work.jwt.clock-skew", "5")
            .with("mcp.auth.issuers.partner.jwt.type", "lenient")
            .readResource()
            .issuers();

    assertThat(issuers)
        .extracting(issuer -> issuer.jwt().clockSkew())
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(5));
    assertThat(issuers)
        .extracting(issuer -> issuer.jwt().strictType())
        .containsExactly(false, true);
  }

  /** The most specific place: resource, issuer, all. */
  @Test
  void readWhenResourceHasTheKeyTooThenThatCounts() {
    McpAuthSettings settings =
        TWO.with("mcp.auth.issuers.work.verification", "custom")
            .with("mcp.auth.resources.admin.resource", "https://api.example.com/admin")
            .with("mcp.auth.resources.admin.authorization-servers", "work")
            .with("mcp.auth.resources.admin.verification", "mp-jwt")
            .read();

    assertThat(settings.resources().get(0).issuers().get(1).verification())
        .isEqualTo(Verification.CUSTOM);
    assertThat(settings.resources().get(1).issuers())
        .extracting(IssuerSettings::issuer, IssuerSettings::verification)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("https://work.example.com", Verification.MP_JWT));
  }

  @Test
  void readWhenNameIsListedByNameOrByIdentifierThenItsKeysCount() {
    MapSettingsSource source =
        MINIMAL
            .with("mcp.auth.issuers.one.issuer", "https://issuer.example.com")
            .with("mcp.auth.issuers.one.jwt.max-age", "600");

    assertThat(source.readIssuer().jwt().maxAge()).isEqualTo(Duration.ofMinutes(10));
    assertThat(source.with("mcp.auth.authorization-servers", "one").readIssuer().jwt().maxAge())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void readWhenNamedIssuerHasNoIdentifierThenSaysWhichKey() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.authorization-servers", "work")::read)
        .withMessage(
            "MCPAUTH-1001: mcp.auth.issuers.work.issuer is not set: it has to be the issuer"
                + " identifier of this authorization server, for example"
                + " mcp.auth.issuers.work.issuer=https://issuer.example.com");
  }

  @Test
  void readWhenValueOfOneIsWrongThenTheMessageNamesItsKey() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(TWO.with("mcp.auth.issuers.work.jwt.type", "loose")::read)
        .withMessageStartingWith(
            "MCPAUTH-1002: mcp.auth.issuers.work.jwt.type: the value 'loose' is none of");
  }

  /** What belongs to one resource is not taken for another. */
  @Test
  void readWhenPathIsSetForAllThenNamedResourcesHaveTheirOwn() {
    McpAuthSettings settings =
        MINIMAL
            .with("mcp.auth.path", "/app/mcp")
            .with("mcp.auth.resources.admin.resource", "https://api.example.com/admin")
            .read();

    assertThat(settings.resources())
        .extracting(resource -> resource.endpoint().path())
        .containsExactly("/app/mcp", "/admin");
  }

  @Test
  void readWhenResourcesSharePathThenRefused() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            MINIMAL.with("mcp.auth.resources.a.resource", "https://other.example.com/mcp")::read)
        .withMessageStartingWith(
            "MCPAUTH-1007: mcp.auth.resources: two of them have the path '/mcp'");
  }

  /** Names from environment variables cannot be found out, so they can be listed. */
  @Test
  void readWhenNamesAreListedThenTheirKeysAreAsked() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.resources", "admin")::read)
        .withMessageStartingWith("MCPAUTH-1001: mcp.auth.resources.admin.resource is not set: ");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.resources", "a.b")::read)
        .withMessageStartingWith(
            "MCPAUTH-1002: mcp.auth.resources: the value 'a.b' is not a name of letters");
  }

  /** A provider's defaults give way to whatever is set, at any level. */
  @Test
  void readWhenProviderThenItsDefaultsGiveWayToWhatIsSet() {
    MapSettingsSource keycloak = MINIMAL.with("mcp.auth.provider", "keycloak");

    assertThat(keycloak.readIssuer().jwt().strictType()).isFalse();
    assertThat(keycloak.readIssuer().claims().roles())
        .containsExactly(
            new ClaimPath(List.of("realm_access", "roles")), new ClaimPath(List.of("groups")));
    assertThat(keycloak.with("mcp.auth.jwt.type", "strict").readIssuer().jwt().strictType())
        .isTrue();
  }

  @Test
  void readWhenProvidersDifferThenEachIssuerHasItsOwn() {
    assertThat(
            TWO.with("mcp.auth.issuers.work.provider", "okta")
                .with("mcp.auth.issuers.partner.provider", "auth0")
                .readResource()
                .issuers())
        .extracting(issuer -> issuer.claims().scopes().get(0).names().get(0))
        .containsExactly("scope", "scp");
  }

  @Test
  void readWhenCredentialsAreSetThenTheWayFollowsFromThem() {
    MapSettingsSource client = MINIMAL.with("mcp.auth.client.id", "notes");

    assertThat(authentication(client)).isEqualTo(ClientAuthentication.NONE);
    assertThat(authentication(client.with("mcp.auth.client.secret", "s")))
        .isEqualTo(ClientAuthentication.CLIENT_SECRET_BASIC);
    assertThat(authentication(client.with("mcp.auth.client.private-key", "k")))
        .isEqualTo(ClientAuthentication.PRIVATE_KEY_JWT);
    assertThat(authentication(MINIMAL.with("mcp.auth.client.token", "t")))
        .isEqualTo(ClientAuthentication.BEARER);
  }

  private static ClientAuthentication authentication(MapSettingsSource source) {
    return source.readIssuer().client().authentication();
  }

  @Test
  void readWhenCredentialsAreIncompleteThenSaysWhatIsMissing() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.client.secret", "s3cret")::read)
        .withMessage(
            "MCPAUTH-1001: mcp.auth.client.id is not set: it has to be what the client"
                + " authentication needs, for example mcp.auth.client.id=…");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.verification", "introspection")::read)
        .withMessageStartingWith(
            "MCPAUTH-1001: mcp.auth.client.id is not set: it has to be the client");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.verification", "validation-endpoint")::read)
        .withMessageStartingWith("MCPAUTH-1001: mcp.auth.validation-endpoint.uri is not set: ");
  }

  /** What the configuration names is meant to be asked, wherever it is. */
  @Test
  void readWhenHostsAreConfiguredThenTheyMayBePrivate() {
    assertThat(
            MINIMAL
                .with("mcp.auth.jwt.jwks-uri", "https://KEYS.internal/jwks")
                .with("mcp.auth.introspection.endpoint", "https://introspect.internal/x?y=z")
                .with("mcp.auth.http.private-hosts", "more.internal")
                .read()
                .fetch()
                .privateHosts())
        .containsExactlyInAnyOrder(
            "issuer.example.com", "keys.internal", "introspect.internal", "more.internal");
  }

  @Test
  void readWhenKeysAreAUrlThenTheSameAsJwksUri() {
    assertThat(MINIMAL.with("mcp.auth.jwt.keys", "https://keys.example.com/a").readIssuer().keys())
        .isEqualTo(
            new IssuerSettings.Keys(URI.create("https://keys.example.com/a"), null, null, null));
  }
}
