// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;
import org.mcpauth.devserver.internal.store.RandomToken;

/** Authorization codes: short-lived, bound to client, redirect URI and PKCE, used once. */
final class AuthorizationCodes {

  private static final int MOST = 1000;

  private record Code(Grant grant, URI redirectUri, String challenge, boolean used) {
    Code use() {
      return new Code(grant, redirectUri, challenge, true);
    }
  }

  private final BoundedStore<Code> codes;
  private final GrantRevocation revocation;

  AuthorizationCodes(ServerSettings settings, GrantRevocation revocation) {
    this.codes = new BoundedStore<>(MOST, settings.lifetimes().code(), settings.clock());
    this.revocation = revocation;
  }

  AuthorizationCode issue(Grant grant, URI redirectUri, String challenge) {
    String code = RandomToken.next();
    codes.put(code, new Code(grant, redirectUri, challenge, false));
    return new AuthorizationCode(code);
  }

  /** OAuth 2.1 §4.1.3; whoever sends a code twice ends the grant (§4.1.2). */
  Grant redeem(AuthorizationCodeGrant request, String clientId) throws GeneralException {
    String value = request.getAuthorizationCode().getValue();
    Code code = codes.get(value).orElseThrow(() -> invalidGrant("unknown or expired code"));
    if (!code.grant().clientId().equals(clientId)) {
      throw invalidGrant("the code was issued to another client");
    }
    boolean usedBefore = codes.update(value, Code::use).map(Code::used).orElse(true);
    if (usedBefore) {
      revocation.revoke(code.grant().id());
      throw invalidGrant("the code was used before");
    }
    @Nullable URI redirectUri = request.getRedirectionURI();
    if (redirectUri != null && !redirectUri.equals(code.redirectUri())) {
      throw invalidGrant("redirect_uri is not that of the authorization request");
    }
    verifyPkce(request.getCodeVerifier(), code.challenge());
    return code.grant();
  }

  private static void verifyPkce(@Nullable CodeVerifier verifier, String challenge)
      throws GeneralException {
    if (verifier == null) {
      throw Messages.invalidRequest("code_verifier is missing");
    }
    CodeChallenge computed = CodeChallenge.compute(CodeChallengeMethod.S256, verifier);
    if (!computed.getValue().equals(challenge)) {
      throw invalidGrant("code_verifier does not match the code_challenge");
    }
  }

  private static GeneralException invalidGrant(String description) {
    return Messages.refusal(OAuth2Error.INVALID_GRANT, description);
  }
}
