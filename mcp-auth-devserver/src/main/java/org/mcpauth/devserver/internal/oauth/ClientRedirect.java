// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the authorization response goes: only ever made after the redirect URI was found to belong
 * to the client. Every response carries {@code iss} (RFC 9207 §2).
 */
record ClientRedirect(URI redirectUri, @Nullable State state, Issuer issuer) {

  URI code(AuthorizationCode code) {
    return new AuthorizationSuccessResponse(
            redirectUri, code, null, state, issuer, ResponseMode.QUERY)
        .toURI();
  }

  URI error(ErrorObject error) {
    return new AuthorizationErrorResponse(redirectUri, error, state, issuer, ResponseMode.QUERY)
        .toURI();
  }
}
