// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.Optional;
import org.mcpauth.devserver.internal.settings.IntrospectionCaller;

/** What endpoints there are besides those of every authorization server, and who may use them. */
abstract class EndpointOptions<B extends EndpointOptions<B>> extends ResourceOwnerOptions<B> {

  Optional<IntrospectionCaller> introspectionCaller = Optional.empty();

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
}
