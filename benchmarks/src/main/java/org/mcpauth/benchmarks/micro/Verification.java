// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.time.Clock;
import java.util.List;
import org.mcpauth.benchmarks.fixture.Issuer;
import org.mcpauth.benchmarks.fixture.Json;
import org.mcpauth.benchmarks.fixture.ResourceSettings;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.issuer.AuthorizationServerDiscovery;
import org.mcpauth.internal.issuer.JwksKeySource;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.SettingsReader;
import org.mcpauth.internal.token.JwtVerifier;
import org.mcpauth.internal.token.TokenAuthenticator;

/** Puts together what verifies tokens, as the library does it. */
final class Verification {

  private Verification() {}

  static TokenAuthenticator of(Issuer issuer, boolean cached) {
    McpAuthSettings settings = SettingsReader.read(ResourceSettings.of(issuer.uri(), cached));
    HttpFetcher fetcher = issuer.fetcher();
    Clock clock = Clock.systemUTC();
    var discovery = new AuthorizationServerDiscovery(fetcher, Json.PROVIDER, false);
    var verifier =
        new JwtVerifier(
            settings, uri -> new JwksKeySource(uri, discovery, fetcher, settings.fetch(), clock));
    return new TokenAuthenticator(settings, List.of(verifier), clock);
  }
}
