// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.net.URI;
import java.util.List;

/** Ends a transaction with a grant and a code. */
final class CodeIssuer {

  private final AuthorizationCodes codes;

  CodeIssuer(AuthorizationCodes codes) {
    this.codes = codes;
  }

  URI approve(AuthorizationTransaction transaction, String subject, List<String> scopes) {
    String clientId = transaction.client().getID().getValue();
    Grant grant = Grant.of(clientId, subject, scopes, transaction.resources());
    AuthorizationCode code =
        codes.issue(grant, transaction.redirect().redirectUri(), transaction.challenge());
    return transaction.redirect().code(code);
  }
}
