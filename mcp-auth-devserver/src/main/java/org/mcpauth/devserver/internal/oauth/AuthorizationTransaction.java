// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.util.List;

/** A valid authorization request that waits for a decision. */
record AuthorizationTransaction(
    ClientInformation client,
    ClientRedirect redirect,
    String challenge,
    List<String> scopes,
    List<String> resources) {

  AuthorizationTransaction {
    scopes = List.copyOf(scopes);
    resources = List.copyOf(resources);
  }
}
