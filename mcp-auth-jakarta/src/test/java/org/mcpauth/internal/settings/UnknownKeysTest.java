// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp.auth.resource",
        "mcp.auth.jwt.type",
        "mcp.auth.scope-hierarchy.\"notes:admin\"",
        "mcp.auth.issuers.work.issuer",
        "mcp.auth.issuers.work.jwt.type",
        "mcp.auth.resources.admin.resource",
        "mcp.auth.resources.admin.dpop",
        "mcp.auth.resources.admin.jwt.type",
        "mcp.auth.token-exchange.targets.calendar.url",
        "mcp.auth.token-exchange.targets.calendar.scopes",
        "mcp.auth.issuers.work.token-exchange.endpoint",
        "mcp.auth.metadata.resource-name#de",
        "mcp.auth.resources.admin.metadata.resource-tos-uri#zh-Hant"
      })
  void isKnownWhenKeyMeansSomethingThenTrue(String key) {
    assertThat(UnknownKeys.isKnown(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "mcp.auth.audience,mcp.auth.audiences",
    "mcp.auth.authorization-server,mcp.auth.authorization-servers",
    "mcp.auth.jwt.typ,mcp.auth.jwt.type",
    "mcp.auth.issuer,mcp.auth.issuers",
    "mcp.auth.resources.admin.scope,mcp.auth.resources.admin.scopes",
    "mcp.auth.issuers.work.dpop,mcp.auth.dpop",
    "mcp.auth.issuers.work.jwt.skew,mcp.auth.issuers.work.jwt.keys",
    "mcp.auth.resources.admin.http.read-timeout,mcp.auth.http.read-timeout",
    "mcp.auth.token-exchange.targets.calendar.uri,mcp.auth.token-exchange.targets",
    "mcp.auth.jwt.type#de,mcp.auth.jwt.type"
  })
  void nearestWhenKeyMeansNothingThenTheOneThatWasMeant(String key, String nearest) {
    assertThat(UnknownKeys.isKnown(key)).isFalse();
    assertThat(UnknownKeys.nearest(key)).isEqualTo(nearest);
  }
}
