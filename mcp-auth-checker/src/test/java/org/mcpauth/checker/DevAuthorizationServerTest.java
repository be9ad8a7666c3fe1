// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.Faults.Endpoint;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** A real server of another hand. */
@ExtendWith(DevAuthorizationServerExtension.class)
class DevAuthorizationServerTest {

  private static final String RESOURCE = "http://localhost:8080/mcp";

  private final DevAuthorizationServer server;

  DevAuthorizationServerTest(DevAuthorizationServer server) {
    this.server = server;
  }

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  private static CompatibilityReport check(DevAuthorizationServer server) throws IOException {
    return new AuthorizationServerChecker(CheckOptions.defaults()).check("" + server.issuer());
  }

  private static CompatibilityReport checkWithToken(DevAuthorizationServer server)
      throws IOException {
    CheckOptions options =
        CheckOptions.defaults()
            .withTokenRequest(new TokenRequest("dev", "dev", RESOURCE, List.of("notes:read")));
    return new AuthorizationServerChecker(options).check("" + server.issuer());
  }

  @Test
  void checkWhenServerIsWholeThenOnlyWhatItDoesNotClaim() throws IOException {
    CompatibilityReport report = check(server);
    assertThat(report.isCompatible()).isTrue();
    assertThat(report.findings())
        .filteredOn(finding -> finding.severity() != Severity.OK)
        .extracting(Finding::check, Finding::severity)
        .containsExactly(
            tuple(Check.SCOPE_OFFLINE_ACCESS, Severity.INFO),
            tuple(Check.MTLS, Severity.INFO),
            tuple(Check.RESOURCE_INDICATORS, Severity.INFO));
  }

  @Test
  void checkWhenTokenIsAskedForThenItsClaimsAreGood() throws IOException {
    CompatibilityReport report = checkWithToken(server);
    assertThat(report.isCompatible()).isTrue();
    assertThat(report.findings())
        .filteredOn(finding -> finding.check().compareTo(Check.RESOURCE_INDICATORS) >= 0)
        .hasSize(9)
        .extracting(Finding::severity)
        .containsOnly(Severity.OK);
  }

  @Test
  void checkWhenIssuerHasPathAndOtherKeysThenFoundTheSameWay() throws IOException {
    try (DevAuthorizationServer other =
        DevAuthorizationServer.builder()
            .port(0)
            .issuerPath("/realms/dev")
            .keyAlgorithm(KeyAlgorithm.EdDSA)
            .start()) {
      CompatibilityReport report = checkWithToken(other);
      assertThat(report.isCompatible()).isTrue();
      assertThat(report.finding(Check.JWKS_KEYS).orElseThrow().seen()).endsWith(": EdDSA");
    }
  }

  @Test
  void checkWhenTokensAreOpaqueThenIntrospectionIsNeeded() throws IOException {
    try (DevAuthorizationServer opaque =
        DevAuthorizationServer.builder().port(0).opaqueTokens(true).start()) {
      CompatibilityReport report = checkWithToken(opaque);
      assertThat(report.finding(Check.TOKEN_FORMAT).orElseThrow().severity())
          .isEqualTo(Severity.WARNING);
      assertThat(report.isCompatible()).isTrue();
    }
  }

  @Test
  void checkWhenSecretIsWrongThenSaysInvalidClient() throws IOException {
    CheckOptions options =
        CheckOptions.defaults()
            .withTokenRequest(new TokenRequest("dev", "wrong", RESOURCE, List.of()));
    CompatibilityReport report =
        new AuthorizationServerChecker(options).check("" + server.issuer());
    assertThat(report.finding(Check.TOKEN_REQUEST).orElseThrow().seen())
        .startsWith("status 401, invalid_client");
  }

  @Test
  void checkWhenKeysAreUnavailableThenError() throws IOException {
    server.faults().unavailable(Endpoint.JWKS);
    Finding finding = check(server).finding(Check.JWKS_KEYS).orElseThrow();
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.seen()).isEqualTo("status 503");
  }

  @Test
  void checkWhenDiscoveryIsUnavailableThenError() throws IOException {
    server.faults().unavailable(Endpoint.DISCOVERY);
    CompatibilityReport report = check(server);
    assertThat(report.isCompatible()).isFalse();
    assertThat(report.finding(Check.METADATA_DISCOVERY).orElseThrow().seen()).contains("-> 503");
  }

  @Test
  void checkWhenServerIsGoneThenUnreachable() {
    DevAuthorizationServer gone = DevAuthorizationServer.builder().port(0).start();
    gone.stop();
    assertThatThrownBy(() -> check(gone))
        .isInstanceOf(IssuerUnreachableException.class)
        .isNotInstanceOf(ConnectException.class);
  }
}
