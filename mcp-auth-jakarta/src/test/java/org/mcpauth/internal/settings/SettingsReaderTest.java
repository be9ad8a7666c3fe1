// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.Scopes;

class SettingsReaderTest {

  private static final MapSettingsSource MINIMAL = MapSettingsSource.minimal();

  private static final IssuerSettings ISSUER_DEFAULTS =
      new IssuerSettings(
          "https://issuer.example.com",
          IssuerSettings.Verification.JWT,
          Set.of("https://api.example.com/mcp"),
          new IssuerSettings.Jwt(
              true,
              Set.of(
                  "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
                  "EdDSA"),
              Duration.ofMinutes(1),
              Duration.ZERO),
          new IssuerSettings.Keys(null, null, null, null),
          new IssuerSettings.ClaimNames(
              List.of(path("scope"), path("scp"), path("scopes")),
              List.of(path("groups"), path("roles")),
              List.of(path("aud")),
              List.of(path("sub")),
              List.of(path("client_id"), path("azp"))),
          new IssuerSettings.Client(IssuerSettings.ClientAuthentication.NONE, "", null, null, null),
          new IssuerSettings.Introspection(
              null, false, Duration.ofMinutes(1), Duration.ofSeconds(5)),
          new IssuerSettings.ValidationEndpoint(null, IssuerSettings.TokenIn.HEADER, "token", null),
          new IssuerSettings.Exchange(null, null, "urn:ietf:params:oauth:token-type:access_token"));

  private static final ResourceSettings RESOURCE_DEFAULTS =
      new ResourceSettings(
          URI.create("https://api.example.com/mcp"),
          List.of(ISSUER_DEFAULTS),
          Scopes.none(),
          "",
          new ResourceSettings.Endpoint(
              "/mcp",
              null,
              new AllowList(false, false, Set.of("https://api.example.com")),
              AllowList.ANY),
          new ResourceSettings.Metadata(
              Duration.ofHours(1), false, Map.of(), null, List.of(), List.of(), null),
          new ResourceSettings.Dpop(
              ResourceSettings.SenderConstraint.OFF,
              List.of(
                  "ES256", "ES384", "ES512", "EdDSA", "PS256", "PS384", "PS512", "RS256", "RS384",
                  "RS512"),
              Duration.ofMinutes(5),
              100_000,
              false,
              Duration.ofMinutes(5)),
          new ResourceSettings.Mtls(ResourceSettings.SenderConstraint.OFF, null));

  private static ClaimPath path(String name) {
    return new ClaimPath(List.of(name));
  }

  private static void assertFault(MapSettingsSource source, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source::read)
        .withMessage(message);
  }

  @Test
  void readWhenTwoKeysThenEverythingElseHasItsDefault() {
    McpAuthSettings expected =
        new McpAuthSettings(
            List.of(RESOURCE_DEFAULTS),
            Map.of(),
            new McpAuthSettings.Operations(
                new McpAuthSettings.Anonymous(Set.of(), Set.of(), Set.of(), Set.of()),
                List.of(),
                DefaultPolicy.AUTHENTICATED),
            new StepUp(StepUp.ChallengeScopes.AUTO, StepUp.InsufficientScope.CHALLENGE, Set.of()),
            new McpAuthSettings.Sessions(null, false),
            false,
            new McpAuthSettings.Fetch(
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                1 << 20,
                false,
                Set.of("issuer.example.com"),
                false),
            new McpAuthSettings.TokenCache(10_000, Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            new McpAuthSettings.Exchange(10_000, Duration.ofMinutes(5), List.of()),
            new McpAuthSettings.Limits(1 << 14, 1 << 22, 64),
            new McpAuthSettings.Lists(false, false, 1 << 22),
            new Observability(Observability.Audit.DENIED, Observability.AuditSubject.HASHED, true),
            false);

    assertThat(MINIMAL.read()).isEqualTo(expected);
  }

  @Test
  void readWhenNothingIsSetThenReportsBothRequiredKeys() {
    assertFault(
        MapSettingsSource.empty(),
        "MCPAUTH-1099: the configuration has 2 fault(s):"
            + System.lineSeparator()
            + "MCPAUTH-1001: mcp.auth.resource is not set: it has to be the URL under which clients"
            + " reach the MCP endpoint, for example mcp.auth.resource=https://api.example.com/mcp"
            + System.lineSeparator()
            + "MCPAUTH-1001: mcp.auth.authorization-servers is not set: it has to be the issuer"
            + " identifier of the authorization server, for example"
            + " mcp.auth.authorization-servers=https://issuer.example.com");
  }

  @Test
  void readWhenValueIsBlankThenItCountsAsMissing() {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.RESOURCE, "  "),
        "MCPAUTH-1001: mcp.auth.resource is not set: it has to be the URL under which clients reach"
            + " the MCP endpoint, for example mcp.auth.resource=https://api.example.com/mcp");
  }

  @Test
  void readWhenSeveralKeysAreWrongThenReportsAllTogether() {
    MapSettingsSource source =
        MINIMAL
            .with(McpAuthConfigNames.SCOPES, "notes:read,\"")
            .with(McpAuthConfigNames.JWT_CLOCK_SKEW, "601")
            .with(McpAuthConfigNames.LIMITS_TOKEN_SIZE, "many");

    assertFault(
        source,
        "MCPAUTH-1099: the configuration has 3 fault(s):"
            + System.lineSeparator()
            + "MCPAUTH-1002: mcp.auth.jwt.clock-skew: the value '601' is not a whole number from 0"
            + " to 600; a good value is 60"
            + System.lineSeparator()
            + "MCPAUTH-1002: mcp.auth.scopes: the value '\"' is not a scope-token of RFC 6749 §3.3;"
            + " a good value is notes:read,notes:write"
            + System.lineSeparator()
            + "MCPAUTH-1002: mcp.auth.limits.token-size: the value 'many' is not a whole number"
            + " from 256 to 1048576; a good value is 16384");
  }

  /** Several settings depend on these flags. */
  @ParameterizedTest
  @ValueSource(
      strings = {"mcp.auth.insecure.allow-http-issuer", "mcp.auth.insecure.allow-http-resource"})
  void readWhenFlagIsWrongThenReportsItOnce(String key) {
    assertFault(
        MINIMAL
            .with(key, "yes")
            .with(McpAuthConfigNames.RESOURCE_METADATA_URL, "https://api.example.com/metadata"),
        "MCPAUTH-1002: "
            + key
            + ": the value 'yes' is neither true nor false; a good value is false");
  }

  @Test
  void readWhenValueIsLongThenMessageIsShort() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with(McpAuthConfigNames.JWT_TYPE, "x".repeat(100_000))::read)
        .withMessageContaining("'" + "x".repeat(200) + "…'")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.example.com/m cp | is not a URL",
        "api.example.com/mcp | is not an absolute http or https URL",
        "//api.example.com/mcp | is not an absolute http or https URL",
        "ftp://api.example.com/mcp | is not an absolute http or https URL",
        "urn:example:mcp | is not an absolute http or https URL",
        "https:/mcp | has no host, or has user information",
        "https://api_1.example.com/mcp | has no host, or has user information",
        "https://user@api.example.com/mcp | has no host, or has user information",
        "https://api.example.com/mcp#x | has a fragment or a query",
        "https://api.example.com/mcp?a=b | has a fragment or a query",
        "http://api.example.com/mcp | uses http on a host that is not loopback: tokens and keys need"
            + " https",
        "http://localhost.evil.com/mcp | uses http on a host that is not loopback: tokens and keys"
            + " need https"
      })
  void readWhenResourceIsUnfitThenSaysWhy(String resource, String fault) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.RESOURCE, resource),
        "MCPAUTH-1002: mcp.auth.resource: the value '"
            + resource
            + "' "
            + fault
            + "; a good value is https://api.example.com/mcp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/mcp",
        "http://LOCALHOST/mcp",
        "http://127.0.0.1/mcp",
        "http://127.8.8.8:9/mcp",
        "http://[::1]:8080/mcp"
      })
  void readWhenHttpIsOnLoopbackThenAccepts(String url) {
    McpAuthSettings settings =
        MINIMAL
            .with(McpAuthConfigNames.RESOURCE, url)
            .with(McpAuthConfigNames.AUTHORIZATION_SERVERS, url)
            .read();

    assertThat(settings.resources().get(0).resource()).isEqualTo(URI.create(url));
    assertThat(settings.resources().get(0).authorizationServers()).containsExactly(url);
  }

  /** PRM-6: scheme and host in upper case are accepted. */
  @Test
  void readWhenResourceIsInUpperCaseThenAcceptsItAsItIs() {
    McpAuthSettings settings =
        MINIMAL.with(McpAuthConfigNames.RESOURCE, "HTTPS://API.Example.com/mcp").read();

    assertThat(settings.resources().get(0).resource()).hasToString("HTTPS://API.Example.com/mcp");
    assertThat(
            settings
                .resources()
                .get(0)
                .endpoint()
                .allowedOrigins()
                .allows("https://api.example.com"))
        .isTrue();
  }

  /** GEN-3. */
  @Test
  void readWhenHttpResourceIsNotLoopbackThenOnlyTheInsecureKeyAllowsIt() {
    MapSettingsSource source =
        MINIMAL.with(McpAuthConfigNames.RESOURCE, "http://api.example.com/mcp");

    assertThatExceptionOfType(ConfigurationException.class).isThrownBy(source::read);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source.with("mcp.auth.insecure.allow-http-issuer", "true")::read);
    assertThat(
            source.with("mcp.auth.insecure.allow-http-resource", "true").readResource().resource())
        .isEqualTo(URI.create("http://api.example.com/mcp"));
  }

  /** GEN-3. */
  @Test
  void readWhenHttpIssuerIsNotLoopbackThenOnlyTheInsecureKeyAllowsIt() {
    MapSettingsSource source =
        MINIMAL.with(McpAuthConfigNames.AUTHORIZATION_SERVERS, "http://issuer.example.com");

    assertFault(
        source,
        "MCPAUTH-1002: mcp.auth.authorization-servers: the value 'http://issuer.example.com' uses"
            + " http on a host that is not loopback: tokens and keys need https; a good value is"
            + " https://issuer.example.com");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source.with("mcp.auth.insecure.allow-http-resource", "true")::read);
    McpAuthSettings settings = source.with("mcp.auth.insecure.allow-http-issuer", "true").read();
    assertThat(settings.resources().get(0).authorizationServers())
        .containsExactly("http://issuer.example.com");
    assertThat(settings.fetch().allowHttp()).isTrue();
  }

  @Test
  void readWhenMetadataUrlIsHttpThenOnlyTheInsecureKeyAllowsIt() {
    MapSettingsSource source =
        MINIMAL.with(McpAuthConfigNames.RESOURCE_METADATA_URL, "http://api.example.com/metadata");

    assertFault(
        source,
        "MCPAUTH-1002: mcp.auth.resource-metadata-url: the value 'http://api.example.com/metadata'"
            + " uses http on a host that is not loopback: tokens and keys need https; a good value"
            + " is https://api.example.com/.well-known/oauth-protected-resource/mcp");
    assertThat(
            source
                .with("mcp.auth.insecure.allow-http-resource", "true")
                .readResource()
                .endpoint()
                .metadataUrl())
        .contains(URI.create("http://api.example.com/metadata"));
  }

  /** What stands in a header later cannot end it early. */
  @ParameterizedTest
  @ValueSource(strings = {"https://a/\"x", "https://a/\r\nX: y", "https://a/\\x"})
  void readWhenMetadataUrlHoldsHeaderSyntaxThenRefuses(String url) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with(McpAuthConfigNames.RESOURCE_METADATA_URL, url)::read)
        .withMessageStartingWith("MCPAUTH-1002: mcp.auth.resource-metadata-url: ")
        .withMessageContaining(" is not a URL; ");
  }

  @Test
  void readWhenSeveralIssuersThenKeepsTheirOrderAndEachOnce() {
    McpAuthSettings settings =
        MINIMAL
            .with(
                McpAuthConfigNames.AUTHORIZATION_SERVERS,
                " https://b.example.com , https://a.example.com/t,,https://b.example.com")
            .read();

    assertThat(settings.resources().get(0).authorizationServers())
        .containsExactly("https://b.example.com", "https://a.example.com/t");
  }

  @Test
  void readWhenListHasOnlyCommasThenItCountsAsMissing() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with(McpAuthConfigNames.AUTHORIZATION_SERVERS, " , ,")::read)
        .withMessageStartingWith("MCPAUTH-1001: mcp.auth.authorization-servers is not set: ");
  }

  @Test
  void readWhenCommaIsEscapedThenItBelongsToTheValue() {
    McpAuthSettings settings =
        MINIMAL.with(McpAuthConfigNames.ANONYMOUS_RESOURCES, "notes://a\\,b, notes://c").read();

    assertThat(settings.operations().anonymous().resources())
        .containsExactlyInAnyOrder("notes://a,b", "notes://c");
  }

  @Test
  void readWhenAnonymousOperationsAreListedThenEachKindHasItsOwn() {
    McpAuthSettings settings =
        MINIMAL
            .with(McpAuthConfigNames.ANONYMOUS_TOOLS, "about,help")
            .with(McpAuthConfigNames.ANONYMOUS_PROMPTS, "greet")
            .with(McpAuthConfigNames.ANONYMOUS_RESOURCES, "notes://about")
            .with(McpAuthConfigNames.ANONYMOUS_METHODS, "ping,server/discover")
            .read();

    assertThat(settings.operations().anonymous())
        .isEqualTo(
            new McpAuthSettings.Anonymous(
                Set.of("about", "help"),
                Set.of("greet"),
                Set.of("notes://about"),
                Set.of("ping", "server/discover")));
  }

  /** AUD-1: what is configured replaces the resource identifier. */
  @Test
  void readWhenAudiencesAreConfiguredThenOnlyTheyCount() {
    McpAuthSettings settings = MINIMAL.with(McpAuthConfigNames.AUDIENCES, "api://notes,x").read();

    assertThat(settings.resources().get(0).issuers().get(0).audiences())
        .containsExactlyInAnyOrder("api://notes", "x");
  }

  @Test
  void readWhenScopesAreListedThenKeepsTheirOrder() {
    assertThat(MINIMAL.with(McpAuthConfigNames.SCOPES, "b, a ,c").readResource().scopes())
        .containsExactly("b", "a", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "HS512", "rs256", "RSA-OAEP", "ES256K"})
  void readWhenAlgorithmIsNotAsymmetricThenRefuses(String algorithm) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.JWT_ALGORITHMS, "RS256," + algorithm),
        "MCPAUTH-1002: mcp.auth.jwt.algorithms: the value '"
            + algorithm
            + "' is not an asymmetric signature algorithm; a good value is RS256,ES256");
  }

  @Test
  void readWhenAnonymousResourceIsTemplateThenRefuses() {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.ANONYMOUS_RESOURCES, "notes://{id}"),
        "MCPAUTH-1002: mcp.auth.anonymous.resources: the value 'notes://{id}' is a URI template, not"
            + " the URI of one resource; a good value is notes://about");
  }

  @Test
  void readWhenAlgorithmsAreNoneAtAllThenRefuses() {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.JWT_ALGORITHMS, ","),
        "MCPAUTH-1002: mcp.auth.jwt.algorithms: the value '' names no algorithm at all; a good value"
            + " is RS256,ES256");
  }

  /** What no browser ever sends would only look as if it were allowed. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example.com/", "app.example.com", "https://", "null", "https://a/b"})
  void readWhenAllowedOriginIsNoOriginThenRefuses(String origin) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.ALLOWED_ORIGINS, origin),
        "MCPAUTH-1002: mcp.auth.allowed-origins: the value '"
            + origin
            + "' is not an origin: scheme, host and, unless it is the default one, port, nothing after"
            + " it; a good value is https://app.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.com", "api.example.com/", "a b", "host:port"})
  void readWhenAllowedHostIsNoHostThenRefuses(String host) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.ALLOWED_HOSTS, host),
        "MCPAUTH-1002: mcp.auth.allowed-hosts: the value '"
            + host
            + "' is not a host with an optional port; a good value is api.example.com");
  }

  @Test
  void readWhenAlgorithmsAreConfiguredThenOnlyTheyCount() {
    assertThat(
            MINIMAL
                .with(McpAuthConfigNames.JWT_ALGORITHMS, "ES256,EdDSA")
                .readIssuer()
                .jwt()
                .algorithms())
        .containsExactlyInAnyOrder("ES256", "EdDSA");
  }

  @Test
  void readWhenTypeIsLenientThenItIsNotStrict() {
    assertThat(MINIMAL.with(McpAuthConfigNames.JWT_TYPE, "lenient").readIssuer().jwt().strictType())
        .isFalse();
    assertFault(
        MINIMAL.with(McpAuthConfigNames.JWT_TYPE, "Lenient"),
        "MCPAUTH-1002: mcp.auth.jwt.type: the value 'Lenient' is none of lenient, strict; a good"
            + " value is strict");
  }

  @ParameterizedTest
  @CsvSource({
    "mcp.auth.metadata.max-age,0,86400",
    "mcp.auth.jwt.clock-skew,0,600",
    "mcp.auth.jwks.ttl,1,86400",
    "mcp.auth.jwks.cool-down,1,86400",
    "mcp.auth.jwks.stale-if-error,0,86400",
    "mcp.auth.http.connect-timeout,1,60",
    "mcp.auth.http.read-timeout,1,60",
    "mcp.auth.http.max-response-size,1024,16777216",
    "mcp.auth.token-cache.size,0,10000000",
    "mcp.auth.token-cache.ttl,1,86400",
    "mcp.auth.limits.token-size,256,1048576",
    "mcp.auth.limits.message-size,1024,1073741824",
    "mcp.auth.limits.message-depth,4,1000"
  })
  void readWhenNumberIsOutOfRangeThenRefuses(String key, int min, int max) {
    for (int good : new int[] {min, max}) {
      assertThatCode(MINIMAL.with(key, Integer.toString(good))::read).doesNotThrowAnyException();
    }
    for (String bad :
        new String[] {
          Integer.toString(min - 1), Integer.toString(max + 1), "1.5", "0x10", "99999999999"
        }) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(MINIMAL.with(key, bad)::read)
          .withMessageStartingWith(
              "MCPAUTH-1002: %s: the value '%s' is not a whole number from %d to %d; a good value"
                      .formatted(key, bad, min, max)
                  + " is ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/mcp,/mcp",
    "https://api.example.com/mcp/,/mcp",
    "https://api.example.com/,/",
    "https://api.example.com,/",
    "https://api.example.com/a%20b/mcp,/a b/mcp"
  })
  void readWhenPathIsNotConfiguredThenItIsThatOfTheResource(String resource, String path) {
    assertThat(MINIMAL.with(McpAuthConfigNames.RESOURCE, resource).readResource().endpoint().path())
        .isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"/app/mcp,/app/mcp", "/app/mcp/,/app/mcp", "/,/"})
  void readWhenPathIsConfiguredThenItCounts(String configured, String path) {
    assertThat(MINIMAL.with(McpAuthConfigNames.PATH, configured).readResource().endpoint().path())
        .isEqualTo(path);
  }

  /** Requests come with a normalized, decoded path: nothing of this would ever protect anything. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp",
        "/mcp/*",
        "/a//mcp",
        "/a/../mcp",
        "/./mcp",
        "/mcp/..",
        "/mcp?x",
        "/mcp#x",
        "/mcp;x",
        "/my%20mcp",
        "\\mcp",
        "https://api.example.com/mcp"
      })
  void readWhenPathCannotMatchThenRefuses(String path) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.PATH, path),
        "MCPAUTH-1002: mcp.auth.path: the value '"
            + path
            + "' is not an absolute, normalized and decoded path; a good value is /mcp");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/a/../mcp,/a/../mcp",
    "https://api.example.com//mcp,//mcp",
    "https://api.example.com/mcp;v=1,/mcp;v=1"
  })
  void readWhenPathOfResourceCannotMatchThenNamesTheResource(String resource, String path) {
    assertFault(
        MINIMAL.with(McpAuthConfigNames.RESOURCE, resource),
        "MCPAUTH-1002: mcp.auth.resource: the value '"
            + path
            + "' is not an absolute, normalized and decoded path; a good value is"
            + " https://api.example.com/mcp");
    assertThatCode(
            MINIMAL
                    .with(McpAuthConfigNames.RESOURCE, resource)
                    .with(McpAuthConfigNames.PATH, "/mcp")
                ::read)
        .doesNotThrowAnyException();
  }

  /** TR-1: a default port is not part of an origin. */
  @ParameterizedTest
  @CsvSource({
    "https://api.example.com:443/mcp,https://api.example.com",
    "https://api.example.com:8443/mcp,https://api.example.com:8443",
    "https://API.example.com/mcp,https://api.example.com"
  })
  void readWhenOriginsAreNotConfiguredThenTheResourcesOwnIsAllowed(String resource, String origin) {
    AllowList origins =
        MINIMAL
            .with(McpAuthConfigNames.RESOURCE, resource)
            .readResource()
            .endpoint()
            .allowedOrigins();

    assertThat(origins).isEqualTo(new AllowList(false, false, Set.of(origin)));
  }

  /** TR-1. */
  @Test
  void readWhenResourceIsOnLoopbackThenOnlyLoopbackIsAllowed() {
    ResourceSettings.Endpoint endpoint =
        MINIMAL
            .with(McpAuthConfigNames.RESOURCE, "http://localhost:8080/mcp")
            .readResource()
            .endpoint();

    assertThat(endpoint.allowedOrigins().allows("http://127.0.0.1:6274")).isTrue();
    assertThat(endpoint.allowedOrigins().allows("http://evil.example.com")).isFalse();
    assertThat(endpoint.allowedHosts().allows("localhost:8080")).isTrue();
    assertThat(endpoint.allowedHosts().allows("evil.example.com:8080")).isFalse();
  }

  @Test
  void readWhenOriginsAndHostsAreConfiguredThenOnlyTheyAreAllowed() {
    ResourceSettings.Endpoint endpoint =
        MINIMAL
            .with(McpAuthConfigNames.RESOURCE, "http://localhost:8080/mcp")
            .with(McpAuthConfigNames.ALLOWED_ORIGINS, "https://app.example.com")
            .with(McpAuthConfigNames.ALLOWED_HOSTS, "api.example.com")
            .readResource()
            .endpoint();

    assertThat(endpoint.allowedOrigins().allows("https://app.example.com")).isTrue();
    assertThat(endpoint.allowedOrigins().allows("http://localhost:8080")).isFalse();
    assertThat(endpoint.allowedHosts().allows("api.example.com")).isTrue();
    assertThat(endpoint.allowedHosts().allows("localhost:8080")).isFalse();
  }

  @Test
  void readWhenStarIsAllowedThenEverythingIs() {
    ResourceSettings.Endpoint endpoint =
        MINIMAL
            .with(McpAuthConfigNames.ALLOWED_ORIGINS, "https://app.example.com,*")
            .with(McpAuthConfigNames.ALLOWED_HOSTS, "*")
            .readResource()
            .endpoint();

    assertThat(endpoint.allowedOrigins()).isEqualTo(AllowList.ANY);
    assertThat(endpoint.allowedHosts()).isEqualTo(AllowList.ANY);
  }
}
