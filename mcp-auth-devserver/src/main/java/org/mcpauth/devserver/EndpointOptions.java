// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.Optional;
import org.mcpauth.devserver.internal.settings.IntrospectionCaller;

/** What endpoints there are besides those of every authorization server, and who may use them. */
abstract class EndpointOptions<B extends EndpointOptions<B>> extends ResourceOwnerOptions<B> {

  Optional<IntrospectionCaller> introspectionCaller = Optional.empty();
  boolean jwtValidation;

  /**
   * Lets a protected resource introspect with an access token instead of client credentials (RFC
   * 7662 §2.1). Clients with credentials still may.
   *
   * @param token what follows {@code Bearer} in the Authorization header
   * @param resource who has the token: the {@code aud} of signed answers (RFC 9701 §5)
   * @return this
   */
  public B introspectionBearerToken(String token, String resource) {
    this.introspectionCaller = Optional.of(new IntrospectionCaller(token, resource));
    return self();
  }

  /**
   * Validates JWTs at {@code GET /api/jwt/validate} below the issuer, as FusionAuth does: 200 with
   * {@code {"jwt": claims}}, or 401, for the bearer token of the request. Off by default.
   *
   * @param enabled true for the endpoint
   * @return this
   */
  public B jwtValidation(boolean enabled) {
    this.jwtValidation = enabled;
    return self();
  }
}
