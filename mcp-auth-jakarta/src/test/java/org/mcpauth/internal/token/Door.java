// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import jakarta.json.spi.JsonProvider;
import java.util.Arrays;
import java.util.List;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

/** A {@link TokenAuthenticator} with all that it needs, in front of a little web. */
public final class Door {

  public final MutableClock clock = new MutableClock();
  public final FakeHttpFetcher fetcher = new FakeHttpFetcher();
  public final McpAuthSettings settings;
  public final TokenAuthenticator authenticator;

  private Door(McpAuthSettings settings) {
    this.settings = settings;
    var issuers =
        new Issuers(fetcher, JsonProvider.provider(), settings.fetch(), clock, Runnable::run);
    var verifier = new JwtVerifier(settings.resources().get(0).issuers(), issuers::keys);
    this.authenticator =
        new TokenAuthenticator(settings, settings.resources().get(0), List.of(verifier), clock);
  }

  public static Door of(TestIssuer issuer, String... settings) {
    return of(List.of(issuer), settings);
  }

  public static Door of(List<TestIssuer> issuers, String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 2);
    all[settings.length] = "mcp.auth.authorization-servers";
    all[settings.length + 1] =
        String.join(",", issuers.stream().map(TestIssuer::identifier).toList());
    Door door = new Door(TestSettings.of(all));
    issuers.forEach(door.fetcher::publish);
    return door;
  }
}
