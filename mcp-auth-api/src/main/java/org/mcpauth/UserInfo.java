// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.util.Optional;
import java.util.Set;

/**
 * What the authorization server says about the user for whom the caller acts (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect Core
 * §5.3</a>): for what is not in the access token, such as a name or an address.
 *
 * <pre>{@code
 * @Inject UserInfo user;
 *
 * String greeting() {
 *   return "Hello " + user.name().orElse("you");
 * }
 * }</pre>
 *
 * <p>The injected object asks for the caller of the current request, when one of its methods is
 * called: the {@code userinfo_endpoint} of the issuer of the caller's token, with that token, and
 * nobody else. The answer is remembered until the token expires, at most for {@code
 * mcp.auth.userinfo.cache-ttl}. Methods throw
 *
 * <ul>
 *   <li>{@link InvalidTokenException} if there is no caller, its token has expired meanwhile or
 *       names no subject;
 *   <li>{@link AuthorizationServerUnavailableException} if there is no answer that can be relied
 *       on: the issuer has no such endpoint or does not answer, it refuses the token (which usually
 *       lacks the scope {@code openid}), the answer is signed or encrypted, which is not supported,
 *       or is about another subject, or the token is bound to a key of the client's (RFC 9449, RFC
 *       8705), so that only the client can use it;
 *   <li>{@link jakarta.enterprise.context.ContextNotActiveException} outside of any request.
 * </ul>
 *
 * <p>There is never a user without claims in the place of an error. {@code toString()} shows
 * nothing about the user. Thread-safe. Applications do not implement this interface; methods may be
 * added to it.
 */
public interface UserInfo {

  /**
   * The subject, {@code sub}: always that of the caller's access token.
   *
   * @return the identifier of the user at the issuer
   */
  String subject();

  /**
   * The names of the claims that the answer has.
   *
   * @return the names; unmodifiable
   */
  Set<String> claimNames();

  /**
   * One claim, as {@link AccessToken#claim}.
   *
   * @param <T> the expected type
   * @param name the claim's name
   * @param type the expected type
   * @return the claim; empty if the answer has no claim of that name or one of another type
   */
  <T> Optional<T> claim(String name, Class<T> type);

  /**
   * The user's full name, {@code name}.
   *
   * @return the name; empty if the answer has none
   */
  default Optional<String> name() {
    return claim("name", String.class);
  }

  /**
   * The name by which the user wants to be known, {@code preferred_username}: not unique, and the
   * user may change it.
   *
   * @return the name; empty if the answer has none
   */
  default Optional<String> preferredUsername() {
    return claim("preferred_username", String.class);
  }

  /**
   * The user's e-mail address, {@code email}: it identifies nobody unless {@link #emailVerified()}.
   *
   * @return the address; empty if the answer has none
   */
  default Optional<String> email() {
    return claim("email", String.class);
  }

  /**
   * Whether the issuer knows that the address is the user's, {@code email_verified}.
   *
   * @return true if the answer says so
   */
  default boolean emailVerified() {
    return claim("email_verified", Boolean.class).orElse(false);
  }
}
