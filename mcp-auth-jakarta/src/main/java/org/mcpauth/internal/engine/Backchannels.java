// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.time.Clock;
import java.util.Optional;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.introspection.AssertionSigner;
import org.mcpauth.internal.introspection.Backchannel;
import org.mcpauth.internal.introspection.ClientAuthenticator;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Makes what it takes to ask authorization servers.
 *
 * @param fetcher sends requests
 * @param settings for how long threads may wait
 * @param clock tells the time
 */
record Backchannels(HttpFetcher fetcher, McpAuthSettings.Fetch settings, Clock clock) {

  /**
   * What it takes to ask one.
   *
   * @param issuer the authorization server, and who this resource is to it
   * @throws ConfigurationException if this resource cannot authenticate itself as configured
   */
  Backchannel to(IssuerSettings issuer) {
    Optional<AssertionSigner> signer =
        Optional.ofNullable(issuer.client().privateKey())
            .map(
                key ->
                    OwnSigner.of(McpAuthConfigNames.CLIENT_PRIVATE_KEY, key, issuer.issuer())
                        ::sign);
    return new Backchannel(
        fetcher, new ClientAuthenticator(issuer, signer, clock), clock, limits());
  }

  /** How much may be asked of one at once: threads wait for as long as a request may take. */
  Backchannel.Limits limits() {
    return Backchannel.Limits.of(settings.connectTimeout().plus(settings.readTimeout()));
  }
}
