// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Request;

/** Which client may use which grant type. */
final class GrantTypes {

  private GrantTypes() {}

  /** Before the SDK looks at the parameters of grant types that are not offered here. */
  static void requireKnown(Request request) throws GeneralException {
    List<String> values = request.formParameters().getOrDefault("grant_type", List.of());
    for (String value : values) {
      if (!value.isEmpty() && !MetadataDocument.GRANT_TYPES.contains(new GrantType(value))) {
        throw Messages.refusal(OAuth2Error.UNSUPPORTED_GRANT_TYPE, "unsupported grant_type");
      }
    }
  }

  static void require(ClientInformation client, GrantType type) throws GeneralException {
    if (!mayUse(client, type)) {
      throw Messages.refusal(
          OAuth2Error.UNAUTHORIZED_CLIENT, "the client is not registered for this grant_type");
    }
  }

  static void requireConfidential(ClientInformation client, GrantType type)
      throws GeneralException {
    if (isPublic(client)) {
      throw Messages.refusal(
          OAuth2Error.UNAUTHORIZED_CLIENT, type.getValue() + " is for confidential clients");
    }
  }

  static boolean isPublic(ClientInformation client) {
    return ClientAuthenticationMethod.NONE.equals(
        client.getMetadata().getTokenEndpointAuthMethod());
  }

  static boolean mayUse(ClientInformation client, GrantType type) {
    @Nullable Set<GrantType> registered = client.getMetadata().getGrantTypes();
    return registered != null && registered.contains(type);
  }
}
