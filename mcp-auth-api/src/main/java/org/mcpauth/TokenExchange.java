// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.net.URI;
import java.util.Optional;

/**
 * Gets tokens for other services on behalf of the caller (<a
 * href="https://www.rfc-editor.org/rfc/rfc8693">RFC 8693</a>). The caller's own token is for this
 * resource alone and must not be sent on (MCP, Access Token Privilege Restriction): the
 * authorization server that issued it is asked to exchange it for one that is for the other
 * service.
 *
 * <pre>{@code
 * @Inject TokenExchange exchange;
 *
 * ExchangedToken token =
 *     exchange.exchange(Target.of(URI.create("https://calendar.example.com/api")));
 * }</pre>
 *
 * <p>Exchanged tokens are remembered for each caller until shortly before they expire, and never
 * for longer than the caller's own token is valid; {@code mcp.auth.token-exchange.*} says how many
 * and for how long. How this resource authenticates itself to the authorization server is said by
 * {@code mcp.auth.client.*}.
 *
 * <p>The injected object is safe for use by several threads; each call is about the caller of the
 * request that is current on its thread. Applications do not implement this interface; methods may
 * be added to it.
 */
public interface TokenExchange {

  /**
   * Exchanges the caller's token for one that is for another service.
   *
   * @param target the other service
   * @return a token for it
   * @throws InvalidTokenException if there is no caller with a token: outside of a request, or in
   *     that of an anonymous caller
   * @throws TokenExchangeException if the authorization server refuses, answers with something that
   *     cannot be used, or if the target is this resource itself
   * @throws AuthorizationServerUnavailableException if the authorization server does not answer
   */
  ExchangedToken exchange(Target target);

  /**
   * Exchanges the caller's token for one that is for the service at a URL: that of the target whose
   * {@code mcp.auth.token-exchange.targets.<name>.url} is the longest one that leads to it. Scheme,
   * host and port have to be the same; a path counts by whole segments.
   *
   * @param url where a request is to be sent
   * @return a token of type {@code Bearer} for it
   * @throws InvalidTokenException as for {@link #exchange}
   * @throws TokenExchangeException as for {@link #exchange}, and if no target is configured for the
   *     URL
   * @throws AuthorizationServerUnavailableException as for {@link #exchange}
   */
  ExchangedToken exchangeFor(URI url);

  /**
   * What a token is to be for (<a href="https://www.rfc-editor.org/rfc/rfc8693#section-2.1">RFC
   * 8693 §2.1</a>): at least one of a resource and an audience. Immutable.
   *
   * @param resource the URL of the service (RFC 8707 §2): absolute, without a fragment
   * @param audience the name by which the authorization server knows the service
   * @param scopes what the token is to allow there; none to leave that to the authorization server
   */
  record Target(Optional<URI> resource, Optional<String> audience, Scopes scopes) {

    /**
     * Checks the components.
     *
     * @param resource the URL of the service
     * @param audience the name of the service
     * @param scopes what the token is to allow there
     * @throws IllegalArgumentException if there is neither a resource nor an audience, if the
     *     resource is not absolute or has a fragment, or if the audience is blank or has control
     *     characters
     */
    public Target {
      if (resource.isEmpty() && audience.isEmpty()) {
        throw new IllegalArgumentException("a target has a resource or an audience");
      }
      if (resource.filter(uri -> !uri.isAbsolute() || uri.getRawFragment() != null).isPresent()) {
        throw new IllegalArgumentException("a resource is an absolute URI without a fragment");
      }
      if (audience.filter(name -> !isName(name)).isPresent()) {
        throw new IllegalArgumentException("an audience is blank or has control characters");
      }
    }

    private static boolean isName(String audience) {
      return !audience.isBlank() && audience.chars().noneMatch(Character::isISOControl);
    }

    /**
     * The service at a URL.
     *
     * @param resource its URL: absolute, without a fragment
     * @return a target without an audience and scopes
     * @throws IllegalArgumentException if the URL is another one
     */
    public static Target of(URI resource) {
      return new Target(Optional.of(resource), Optional.empty(), Scopes.none());
    }

    /**
     * The service of a name.
     *
     * @param audience the name by which the authorization server knows it
     * @return a target without a resource and scopes
     * @throws IllegalArgumentException if the name is blank or has control characters
     */
    public static Target of(String audience) {
      return new Target(Optional.empty(), Optional.of(audience), Scopes.none());
    }

    /**
     * The same target, for a token with scopes.
     *
     * @param scopes what the token is to allow
     * @return another target
     */
    public Target withScopes(Scopes scopes) {
      return new Target(resource, audience, scopes);
    }
  }
}
