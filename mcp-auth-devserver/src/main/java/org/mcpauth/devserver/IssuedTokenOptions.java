// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What tokens a server issues. */
abstract class IssuedTokenOptions<B extends IssuedTokenOptions<B>> {

  private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  Clock clock = Clock.systemUTC();
  Duration accessTokenLifetime = Duration.ofMinutes(5);
  final Set<String> scopes = new LinkedHashSet<>();
  Optional<String> defaultAudience = Optional.empty();
  KeyAlgorithm keyAlgorithm = KeyAlgorithm.RS256;
  boolean opaqueTokens;

  abstract B self();

  /**
   * What time it is; the system's UTC clock by default.
   *
   * @param clock a clock
   * @return this
   */
  public B clock(Clock clock) {
    this.clock = clock;
    return self();
  }

  /**
   * The lifetime of access tokens; five minutes by default.
   *
   * @param lifetime at least a second
   * @return this
   */
  public B accessTokenLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("access tokens must live for a second at least");
    }
    this.accessTokenLifetime = lifetime;
    return self();
  }

  /**
   * The scopes that exist, published as {@code scopes_supported}; others are refused with {@code
   * invalid_scope}. By default any syntactically valid scope is granted.
   *
   * @param scopes scope-tokens (RFC 6749 §3.3)
   * @return this
   */
  public B scopes(String... scopes) {
    for (String scope : scopes) {
      if (!SCOPE_TOKEN.matcher(scope).matches()) {
        throw new IllegalArgumentException("not a scope-token of RFC 6749 §3.3: " + scope);
      }
      this.scopes.add(scope);
    }
    return self();
  }

  /**
   * The {@code aud} of tokens that are requested without {@code resource}; the issuer by default,
   * so that no protected resource takes such a token for its own.
   *
   * @param audience an audience
   * @return this
   */
  public B defaultAudience(String audience) {
    this.defaultAudience = Optional.of(audience);
    return self();
  }

  /**
   * How access tokens are signed; {@code RS256} by default.
   *
   * @param algorithm an algorithm
   * @return this
   */
  public B keyAlgorithm(KeyAlgorithm algorithm) {
    this.keyAlgorithm = algorithm;
    return self();
  }

  /**
   * Issues random strings instead of JWTs: protected resources must use introspection (RFC 7662).
   *
   * @param opaque true for random strings
   * @return this
   */
  public B opaqueTokens(boolean opaque) {
    this.opaqueTokens = opaque;
    return self();
  }
}
