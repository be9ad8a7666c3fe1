// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.settings;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set, once and for all.
 *
 * @param issuer the issuer identifier
 * @param clock what time it is
 * @param lifetimes how long things live
 * @param scopes the scopes that exist; empty if any syntactically valid scope may be granted
 * @param defaultAudience {@code aud} of a token that was requested without {@code resource}
 * @param keyType the kind of signing key
 * @param opaqueTokens whether access tokens are random strings instead of JWTs
 * @param interactive whether a person logs in and consents
 * @param autoApprovedUser the resource owner when nobody is asked
 * @param accounts who can log in
 * @param remoteClientMetadata whether client metadata documents are fetched from other than
 *     loopback hosts
 * @param introspectionCaller who introspects with an access token
 * @param jwtValidation whether there is an endpoint that validates JWTs
 */
public record ServerSettings(
    URI issuer,
    Clock clock,
    Lifetimes lifetimes,
    Set<String> scopes,
    Optional<String> defaultAudience,
    KeyType keyType,
    boolean opaqueTokens,
    boolean interactive,
    String autoApprovedUser,
    List<Account> accounts,
    boolean remoteClientMetadata,
    Optional<IntrospectionCaller> introspectionCaller,
    boolean jwtValidation) {

  /** Copies the collections: order of scopes is kept for display. */
  public ServerSettings {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    accounts = List.copyOf(accounts);
  }

  /**
   * How long things live.
   *
   * @param accessToken access tokens
   * @param refreshToken refresh tokens
   * @param code authorization codes
   * @param login logins and unfinished authorizations
   */
  public record Lifetimes(
      Duration accessToken, Duration refreshToken, Duration code, Duration login) {}

  /**
   * The address of an endpoint below the issuer.
   *
   * @param path a path that starts with a slash
   * @return the absolute address
   */
  public URI endpoint(String path) {
    String base = issuer.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  /**
   * The audience of a token that was requested without {@code resource}: no resource is invented.
   *
   * @return the configured default, else the issuer itself
   */
  public String audienceWithoutResource() {
    return defaultAudience.orElseGet(issuer::toString);
  }
}
