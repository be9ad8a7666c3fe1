// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.settings.IntrospectionCaller;

/** Who may introspect: clients with credentials, or who has the configured bearer token. */
final class IntrospectionCallers {

  private final ClientAuthenticator authenticator;
  private final Optional<IntrospectionCaller> withToken;

  IntrospectionCallers(ClientAuthenticator authenticator, Optional<IntrospectionCaller> withToken) {
    this.authenticator = authenticator;
    this.withToken = withToken;
  }

  /** Returns who asks: a client id, or the resource that the bearer token stands for. */
  String identify(Request request, TokenIntrospectionRequest introspection)
      throws GeneralException {
    @Nullable AccessToken token = introspection.getClientAuthorization();
    if (token == null) {
      return authenticator
          .authenticate(request, introspection.getClientAuthentication())
          .getID()
          .getValue();
    }
    return withToken
        .filter(caller -> isSame(caller.bearerToken(), token.getValue()))
        .map(IntrospectionCaller::resource)
        .orElseThrow(
            () ->
                Messages.refusal(BearerTokenError.INVALID_TOKEN, "not a token for this endpoint"));
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
