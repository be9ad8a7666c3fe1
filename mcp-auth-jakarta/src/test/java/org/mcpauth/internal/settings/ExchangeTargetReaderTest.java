// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchange.Target;

/** What is said about the services that are called on behalf of the caller. */
class ExchangeTargetReaderTest {

  private static final URI CALENDAR = URI.create("https://calendar.example.com/api");

  private static MapSettingsSource target(String... namesAndValues) {
    MapSettingsSource source = MapSettingsSource.minimal();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      source =
          source.with(
              "mcp.auth.token-exchange.targets." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return source;
  }

  private static void assertFault(MapSettingsSource source, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source::read)
        .withMessage(message);
  }

  @Test
  void readWhenOnlyUrlThenThatIsTheResource() {
    assertThat(target("calendar.url", CALENDAR.toString()).read().exchange().targets())
        .containsExactly(new ExchangeTarget(CALENDAR, Target.of(CALENDAR)));
  }

  @Test
  void readWhenAudienceThenNoResource() {
    assertThat(
            target("calendar.url", CALENDAR.toString(), "calendar.audience", "calendar")
                .read()
                .exchange()
                .targets())
        .containsExactly(new ExchangeTarget(CALENDAR, Target.of("calendar")));
  }

  @Test
  void readWhenEverythingIsSetThenAllOfIt() {
    McpAuthSettings settings =
        target(
                "calendar.url",
                CALENDAR.toString(),
                "calendar.resource",
                "urn:example:calendar",
                "calendar.audience",
                "calendar",
                "calendar.scopes",
                "read, write")
            .read();

    assertThat(settings.exchange().targets())
        .containsExactly(
            new ExchangeTarget(
                CALENDAR,
                new Target(
                    Optional.of(URI.create("urn:example:calendar")),
                    Optional.of("calendar"),
                    Scopes.of("read", "write"))));
  }

  /** A name from an environment variable is in no key. */
  @Test
  void readWhenOnlyInTheListThenFound() {
    assertFault(
        MapSettingsSource.minimal().with("mcp.auth.token-exchange.targets", "calendar"),
        "MCPAUTH-1001: mcp.auth.token-exchange.targets.calendar.url is not set: it has to be the URL"
            + " of a service that is called, for example"
            + " mcp.auth.token-exchange.targets.calendar.url=https://calendar.example.com/api");
  }

  @ParameterizedTest
  @CsvSource({
    "url,http://calendar.example.com,uses http on a host that is not loopback: tokens and keys need"
        + " https",
    "url,https://calendar.example.com?a=b,has a fragment or a query",
    "url,https://user@calendar.example.com,'has no host, or has user information'",
    "url,https://calendar.example.com/a/../b,has dot or empty segments",
    "resource,calendar,is not an absolute URI without a fragment",
    "resource,https://calendar.example.com#a,is not an absolute URI without a fragment"
  })
  void readWhenUrlCannotBeUsedThenFault(String suffix, String value, String fault) {
    MapSettingsSource source =
        target("calendar.url", CALENDAR.toString(), "calendar." + suffix, value);

    assertFault(
        source,
        "MCPAUTH-1002: mcp.auth.token-exchange.targets.calendar."
            + suffix
            + ": the value '"
            + value
            + "' "
            + fault
            + "; a good value is https://calendar.example.com/api");
  }

  @Test
  void readWhenScopeIsNoneThenFault() {
    assertFault(
        target("calendar.url", CALENDAR.toString(), "calendar.scopes", "a b"),
        "MCPAUTH-1002: mcp.auth.token-exchange.targets.calendar.scopes: the value 'a b' is not a"
            + " scope-token of RFC 6749 §3.3; a good value is notes:read,notes:write");
  }

  @Test
  void readWhenTwoHaveTheSameUrlThenFault() {
    assertFault(
        target("a.url", CALENDAR.toString(), "b.url", CALENDAR.toString()),
        "MCPAUTH-1012: mcp.auth.token-exchange.targets: two of them have the URL"
            + " https://calendar.example.com/api; remove one of them");
  }

  /** The token would be one with which the caller could come back as somebody with more scopes. */
  @ParameterizedTest
  @CsvSource({
    "resource,https://api.example.com/mcp",
    "resource,https://api.example.com/mcp/",
    "audience,https://api.example.com/mcp",
    "audience,api://notes"
  })
  void readWhenTargetIsThisResourceThenFault(String suffix, String value) {
    MapSettingsSource source =
        target("calendar.url", CALENDAR.toString(), "calendar." + suffix, value)
            .with("mcp.auth.audiences", "api://notes");

    assertFault(
        source,
        "MCPAUTH-1013: mcp.auth.token-exchange.targets: a token for https://calendar.example.com/api"
            + " would be one for this application; set"
            + " mcp.auth.token-exchange.targets.<name>.resource to the identifier of the service that"
            + " is called, for example https://calendar.example.com/api");
  }

  @Test
  void readWhenActorTokenThenHidden() {
    McpAuthSettings settings =
        MapSettingsSource.minimal().with("mcp.auth.token-exchange.actor-token", "s3cr3t").read();

    assertThat(settings.toString()).doesNotContain("s3cr3t");
    assertThat(settings.resources().get(0).issuers().get(0).exchange().actorToken())
        .isEqualTo(new Secret("s3cr3t"));
  }

  @Test
  void readWhenEndpointIsPrivateThenItMayBeAsked() {
    McpAuthSettings settings =
        MapSettingsSource.minimal()
            .with("mcp.auth.token-exchange.endpoint", "https://sts.internal/token")
            .read();

    assertThat(settings.fetch().privateHosts()).contains("sts.internal");
  }
}
