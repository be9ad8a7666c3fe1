// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The verified access token of the caller of the current operation.
 *
 * <p>An instance exists only after the token's signature (or its introspection), issuer, audience
 * and lifetime were checked: whoever holds one need not check again. Inject it into a tool bean:
 *
 * <pre>{@code
 * @Inject AccessToken caller;
 *
 * String whoami() {
 *   return caller.subject().orElse("a client without a user");
 * }
 * }</pre>
 *
 * <p>The injected object is a proxy for the token of whoever is the caller when a method is called.
 * In a request without a verified token its methods throw {@link InvalidTokenException}; outside of
 * any request they throw {@link jakarta.enterprise.context.ContextNotActiveException}. {@link
 * AccessTokens} takes the caller along to other threads.
 *
 * <p>The token's own text is not kept, since a resource must not send it on (MCP, Access Token
 * Privilege Restriction): {@link #getRawToken()} is null and {@link #toString()} shows no claim
 * values. The token behind the proxy is immutable and safe for use by several threads.
 *
 * <p>Applications do not implement this interface; methods may be added to it.
 *
 * <p>The methods named {@code get…} come from MicroProfile JWT and return null where a claim is
 * absent; the others never do.
 */
public interface AccessToken extends JsonWebToken {

  /**
   * The issuer, claim {@code iss}.
   *
   * @return the issuer identifier of the authorization server that issued this token
   */
  String issuer();

  /**
   * The subject, claim {@code sub} (<a
   * href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a>): the user, or the
   * client itself where no user is involved. Unique only together with {@link #issuer()}.
   *
   * @return the subject; empty if the token names none
   */
  Optional<String> subject();

  /**
   * The client that the token was issued to, claim {@code client_id} (<a
   * href="https://www.rfc-editor.org/rfc/rfc8693#section-4.3">RFC 8693 §4.3</a>), or {@code azp}
   * where that is absent.
   *
   * @return the client identifier; empty if the token names none
   */
  Optional<String> clientId();

  /**
   * The audience, claim {@code aud}. It contains this protected resource; that was checked.
   *
   * @return the identifiers of the resources that the token was issued for; unmodifiable
   */
  Set<String> audience();

  /**
   * The scopes that the token itself names. A scope hierarchy is not applied here: what the scopes
   * imply is considered when an operation is authorized.
   *
   * @return the granted scopes; empty if the token names none
   */
  Scopes scopes();

  /**
   * The time from which on the token is not valid any more, claim {@code exp}.
   *
   * @return the expiry, in whole seconds
   */
  Instant expiresAt();

  /**
   * The roles of the caller, from the claim that {@code mcp.auth.claims.roles} names: {@code
   * groups} by default. What they mean is for the application to say; no scope follows from them.
   *
   * @return the roles; empty if the token names none; unmodifiable
   */
  Set<String> roles();

  /**
   * The current actor, claim {@code act} (<a
   * href="https://www.rfc-editor.org/rfc/rfc8693#section-4.1">RFC 8693 §4.1</a>): who acts on
   * behalf of the subject. Information only; nothing is granted because of it.
   *
   * @return the subject of the outermost {@code act} claim; empty if there is none
   */
  Optional<String> actor();

  /**
   * The chain of actors (<a href="https://www.rfc-editor.org/rfc/rfc8693#section-4.1">RFC 8693
   * §4.1</a>): the current one first, then the one on whose behalf that one got its token, and so
   * on. Information only: of all of these the RFC lets nobody but the current one count.
   *
   * @return their subjects; empty if there is no {@code act} claim; unmodifiable
   */
  List<String> actors();

  /**
   * One claim in a type of one's choice. Strings, booleans and numbers ({@link Long} or {@link
   * Double}) are themselves, arrays are a {@link java.util.List}, objects a {@link java.util.Map};
   * both unmodifiable.
   *
   * @param <T> the expected type
   * @param name the claim's name
   * @param type the expected type
   * @return the claim; empty if the token has no claim of that name or one of another type
   */
  <T> Optional<T> claim(String name, Class<T> type);
}
