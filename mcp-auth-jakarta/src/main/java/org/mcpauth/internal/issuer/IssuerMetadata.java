// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * The metadata of one issuer (RFC 8414), remembered for as long as it says, at most {@code
 * mcp.auth.jwks.max-ttl}. Thread-safe.
 */
public final class IssuerMetadata implements KeysLocation {

  private final RefreshedValue<AuthorizationServerMetadata> metadata;

  IssuerMetadata(
      String issuer,
      AuthorizationServerDiscovery discovery,
      McpAuthSettings.Fetch settings,
      Clock clock,
      Executor background) {
    this.metadata =
        new RefreshedValue<>(
            "the metadata of " + issuer,
            old -> {
              AuthorizationServerMetadata found = discovery.discover(issuer);
              Duration lifetime =
                  Lifetimes.clamped(found.freshness().orElse(settings.jwksMaxTtl()), settings);
              return new RefreshedValue.Fresh<>(found, lifetime);
            },
            settings,
            clock,
            background);
  }

  /**
   * The metadata, discovered if need be.
   *
   * @return the metadata
   * @throws AuthorizationServerUnavailableException if it is not known and cannot be had
   */
  public AuthorizationServerMetadata get() {
    return metadata.get();
  }

  /**
   * The metadata, without asking anybody.
   *
   * @return the metadata; empty if it is not known
   */
  public Optional<AuthorizationServerMetadata> known() {
    return metadata.known();
  }

  /** Has metadata that is not known, or will not be for long, discovered by somebody else. */
  public void keepFresh() {
    metadata.keepFresh();
  }

  /**
   * Discovers now, when the application starts.
   *
   * @throws AuthorizationServerUnavailableException if the issuer does not answer
   * @throws ConfigurationException if what it answers cannot be right
   */
  @Override
  public void prepare() {
    metadata.prepare();
  }

  @Override
  public URI current() {
    return metadata.get().requiredJwksUri();
  }

  @Override
  public URI after(URI failed) {
    AuthorizationServerMetadata seen = metadata.get();
    URI current = seen.requiredJwksUri();
    return current.equals(failed) ? metadata.renewed(seen).requiredJwksUri() : current;
  }
}
