// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.util.Optional;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;

/**
 * Who the user is (OpenID Connect Core 1.0 §5.3), for any access token of this server but one that
 * is bound to its sender. It knows no more of its users than what they are called, so the address
 * is made of that.
 */
final class UserInfoEndpoint implements Endpoint {

  private static final String DOMAIN = "@users.example";

  private final AccessTokens accessTokens;

  UserInfoEndpoint(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public Response handle(Request request) {
    Optional<String> token = token(request);
    return token.isEmpty()
        ? challenge(BearerTokenError.MISSING_TOKEN)
        : token
            .flatMap(accessTokens::active)
            // RFC 9449 §7.2, RFC 8705 §3: whoever shows it as Bearer proves nothing.
            .filter(active -> !active.senderConstrained())
            .map(IssuedToken::introspection)
            .flatMap(members -> Optional.ofNullable(members.get("sub")))
            .map(subject -> Messages.json(200, userInfo(subject.toString()).toJSONObject()))
            .orElseGet(() -> challenge(BearerTokenError.INVALID_TOKEN));
  }

  /** RFC 6750 §2.1; anything else is as good as no token. */
  private static Optional<String> token(Request request) {
    try {
      String credentials = request.header("Authorization").orElse("");
      return Optional.of(BearerAccessToken.parse(credentials).getValue());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Response challenge(BearerTokenError error) {
    return Response.empty(401).with("WWW-Authenticate", error.toWWWAuthenticateHeader());
  }

  private static UserInfo userInfo(String subject) {
    UserInfo user = new UserInfo(new Subject(subject));
    user.setPreferredUsername(subject);
    user.setEmailAddress(subject + DOMAIN);
    return user;
  }
}
