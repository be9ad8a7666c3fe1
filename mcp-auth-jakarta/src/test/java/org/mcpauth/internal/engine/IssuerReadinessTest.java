// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.engine.IssuerReadiness.State;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

class IssuerReadinessTest {

  private final MutableClock clock = new MutableClock();
  private final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  private final FakeHttpFetcher fetcher = new FakeHttpFetcher().publish(issuer);
  private final List<Runnable> background = new ArrayList<>();

  private IssuerReadiness readiness(String... settings) {
    return readiness(false, settings);
  }

  private IssuerReadiness readiness(boolean beans, String... settings) {
    McpAuthSettings all = TestSettings.of(settings);
    return IssuerReadiness.of(
        all.resources(),
        new Issuers(fetcher, JsonProvider.provider(), all.fetch(), clock, background::add),
        beans);
  }

  private void runBackground() {
    List<Runnable> tasks = List.copyOf(background);
    background.clear();
    tasks.forEach(Runnable::run);
  }

  @Test
  void statesWhenNothingIsKnownThenNotReadyAndFetchedByOthers() {
    IssuerReadiness readiness = readiness();

    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.METADATA_UNKNOWN));
    assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.METADATA_UNKNOWN);
    assertThat(fetcher.calls()).isEmpty();
    assertThat(background).hasSize(1);

    runBackground();
    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KNOWN));
    assertThat(background).isEmpty();
  }

  @Test
  void statesWhenOnlyTheKeysAreDownThenSaysSo() {
    fetcher.breakDown(issuer.jwksUri());
    IssuerReadiness readiness = readiness();
    readiness.states();
    runBackground();

    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KEYS_UNKNOWN));
  }

  /** Probes come often, and the issuer has enough to do. */
  @Test
  void statesWhenIssuerIsDownThenAskedOncePerCoolDown() {
    fetcher.breakDown(issuer);
    IssuerReadiness readiness = readiness();
    for (int i = 0; i < 10; i++) {
      readiness.states();
      runBackground();
    }
    assertThat(fetcher.calls(issuer.metadataUri())).isEqualTo(1);

    fetcher.publish(issuer);
    clock.advance(Duration.ofSeconds(10));
    assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.METADATA_UNKNOWN);
    runBackground();
    assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.KNOWN);
  }

  /** Who gets no requests because it is not ready would never become so. */
  @Test
  void statesWhenIdleThenKeysStayKnown() {
    IssuerReadiness readiness = readiness();
    readiness.states();
    runBackground();
    for (int i = 0; i < 1000; i++) {
      clock.advance(Duration.ofSeconds(30));
      assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.KNOWN);
      runBackground();
    }
    clock.advance(Duration.ofDays(2));
    assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.METADATA_UNKNOWN);
    runBackground();

    assertThat(readiness.states().get(TestIssuer.ISSUER)).isEqualTo(State.KNOWN);
  }

  @Test
  void statesWhenKeysLocationIsConfiguredThenMetadataIsNotNeeded() {
    fetcher.breakDown(issuer.metadataUri());
    IssuerReadiness readiness = readiness("mcp.auth.jwt.jwks-uri", issuer.jwksUri());
    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KEYS_UNKNOWN));
    runBackground();

    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KNOWN));
    assertThat(fetcher.calls(issuer.metadataUri())).isZero();
  }

  @Test
  void statesWhenIntrospectionIsDiscoveredThenNeedsMetadata() {
    IssuerReadiness readiness = readiness(introspection());
    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.METADATA_UNKNOWN));
    runBackground();

    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KNOWN));
    assertThat(fetcher.calls(issuer.jwksUri())).isZero();
  }

  @Test
  void statesWhenIntrospectionIsConfiguredThenReadyAtOnce() {
    String endpoint = TestIssuer.ISSUER + "/introspect";

    assertThat(readiness(introspection("mcp.auth.introspection.endpoint", endpoint)).states())
        .isEqualTo(Map.of(TestIssuer.ISSUER, State.NOT_NEEDED));
    assertThat(background).isEmpty();
  }

  @Test
  void statesWhenIntrospectionIsSignedThenNeedsKeysToo() {
    String endpoint = TestIssuer.ISSUER + "/introspect";
    IssuerReadiness readiness =
        readiness(
            introspection(
                "mcp.auth.introspection.endpoint",
                endpoint,
                "mcp.auth.introspection.signed-response",
                "true"));
    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.METADATA_UNKNOWN));
    runBackground();

    assertThat(readiness.states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.KNOWN));
  }

  /** Their issuer may publish nothing. */
  @Test
  void statesWhenBeansVerifyThenNothingIsNeeded() {
    assertThat(readiness(true).states()).isEqualTo(Map.of(TestIssuer.ISSUER, State.NOT_NEEDED));
    assertThat(readiness(true, "mcp.auth.verification", "custom").states())
        .isEqualTo(Map.of(TestIssuer.ISSUER, State.NOT_NEEDED));
    assertThat(background).isEmpty();
  }

  @Test
  void readinessWhenSwitchedOffThenOfNoIssuer() {
    assertThat(new Gate("mcp.auth.health", "false").engine().readiness().states()).isEmpty();
    assertThat(new Gate().engine().readiness().states())
        .isEqualTo(Map.of(TestIssuer.ISSUER, State.KNOWN));
  }

  private static String[] introspection(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "mcp.auth.verification", "introspection",
                "mcp.auth.client.id", "notes",
                "mcp.auth.client.secret", "secret"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
