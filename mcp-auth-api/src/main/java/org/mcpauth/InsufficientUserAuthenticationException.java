// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token is valid, but its user was not authenticated in the way, or not as recently, as the
 * operation needs. The counterpart of {@code insufficient_user_authentication} in <a
 * href="https://www.rfc-editor.org/rfc/rfc9470#section-3">RFC 9470 §3</a>, over HTTP a {@code 401}.
 */
public final class InsufficientUserAuthenticationException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> acrValues;

  /** Null if there is no limit. */
  private final @Nullable Duration maxAge;

  private final transient Scopes scopes;

  /**
   * Refuses an operation.
   *
   * @param acrValues the authentication context class references of which one is needed; empty if
   *     any is enough
   * @param maxAge how long ago the authentication may be; null if there is no limit
   * @param scopes every scope that the operation needs besides
   */
  public InsufficientUserAuthenticationException(
      List<String> acrValues, @Nullable Duration maxAge, Scopes scopes) {
    super("insufficient_user_authentication: the operation needs another authentication");
    this.acrValues = List.copyOf(acrValues);
    this.maxAge = maxAge;
    this.scopes = scopes;
  }

  /**
   * The authentication context class references of which one is needed.
   *
   * @return the values, in the order of preference; empty if any is enough; unmodifiable
   */
  public List<String> acrValues() {
    return acrValues;
  }

  /**
   * How long ago the authentication may be.
   *
   * @return the greatest age; empty if there is no limit
   */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /**
   * The scopes that the operation needs besides.
   *
   * @return all of them, whether granted or not
   */
  public Scopes scopes() {
    return scopes;
  }
}
