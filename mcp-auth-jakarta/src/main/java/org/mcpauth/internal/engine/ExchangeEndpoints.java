// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.time.Duration;
import java.util.function.Function;
import org.mcpauth.internal.exchange.ExchangeEndpoint;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.settings.IssuerSettings;

/**
 * Makes the endpoints at which tokens are exchanged.
 *
 * @param issuers know where they are
 * @param backchannels make what it takes to ask
 * @param maxTtl {@code mcp.auth.token-exchange.max-ttl}
 */
record ExchangeEndpoints(Issuers issuers, Backchannels backchannels, Duration maxTtl)
    implements Function<IssuerSettings, ExchangeEndpoint> {

  @Override
  public ExchangeEndpoint apply(IssuerSettings issuer) {
    return new ExchangeEndpoint(
        issuer,
        () -> issuers.metadata(issuer.issuer()).get().tokenEndpoint(),
        maxTtl,
        backchannels.to(issuer));
  }
}
