// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.time.Clock;
import java.util.List;
import org.mcpauth.benchmarks.fixture.Issuer;
import org.mcpauth.benchmarks.fixture.Json;
import org.mcpauth.benchmarks.fixture.ResourceSettings;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.SettingsReader;
import org.mcpauth.internal.token.JwtVerifier;
import org.mcpauth.internal.token.TokenAuthenticator;

/** Puts together what verifies tokens, as the library does it. */
final class Verification {

  private Verification() {}

  static TokenAuthenticator of(Issuer issuer, boolean cached) {
    McpAuthSettings settings = SettingsReader.read(ResourceSettings.of(issuer.uri(), cached));
    Clock clock = Clock.systemUTC();
    var issuers =
        new Issuers(issuer.fetcher(), Json.PROVIDER, settings.fetch(), clock, Runnable::run);
    var resource = settings.resources().get(0);
    var verifier = new JwtVerifier(resource.issuers(), issuers::keys);
    return new TokenAuthenticator(settings, resource, List.of(verifier), clock);
  }
}
