// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * OAuth Client ID Metadata Documents: the {@code client_id} is the address of a JSON document that
 * describes the client.
 */
final class ClientMetadataDocuments {

  private final DocumentFetcher fetcher;

  ClientMetadataDocuments(DocumentFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** Says only whether it looks like one; {@link #fetch} is strict. */
  static boolean isDocumentUrl(String clientId) {
    return clientId.startsWith("https://") || clientId.startsWith("http://");
  }

  ClientInformation fetch(String clientId) throws GeneralException {
    URI address = address(clientId);
    ClientInformation client = parse(clientId, fetcher.fetch(address));
    check(client.getMetadata());
    return client;
  }

  /** A path is required; credentials, fragments and dot segments are forbidden. */
  private static URI address(String clientId) throws GeneralException {
    try {
      URI uri = URI.create(clientId);
      @Nullable String path = uri.getRawPath();
      boolean wellFormed =
          uri.getHost() != null
              && path != null
              && path.length() > 1
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.normalize().equals(uri);
      if (wellFormed) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same refusal.
    }
    throw refusal("a client_id that is a URL needs a path, and no credentials or fragment");
  }

  private static ClientInformation parse(String clientId, String json) throws GeneralException {
    try {
      JSONObject document = JSONObjectUtils.parse(json);
      if (!clientId.equals(document.get("client_id"))) {
        throw refusal("client_id in the client metadata document is not the document's URL");
      }
      if (document.containsKey("client_secret")) {
        throw refusal("a client metadata document must not contain a client_secret");
      }
      return new ClientInformation(new ClientID(clientId), defaulted(document));
    } catch (ParseException e) {
      throw e.getErrorObject() != null ? e : refusal("the client metadata document is not valid");
    }
  }

  /** Public unless it says otherwise: there is no secret that the default of RFC 7591 could use. */
  private static ClientMetadata defaulted(JSONObject document) throws ParseException {
    ClientMetadata metadata = ClientMetadata.parse(document);
    if (metadata.getTokenEndpointAuthMethod() == null) {
      metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.NONE);
    }
    metadata.applyDefaults();
    return metadata;
  }

  private static void check(ClientMetadata metadata) throws GeneralException {
    ClientAuthenticationMethod method = metadata.getTokenEndpointAuthMethod();
    if (!ClientAuthenticationMethod.NONE.equals(method)
        && !ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(method)) {
      throw refusal("a client metadata document may only name none or private_key_jwt");
    }
    if (metadata.getRedirectionURIs() == null
        || !metadata.getRedirectionURIs().stream().allMatch(RedirectUris::mayBeRegistered)) {
      throw refusal("redirect_uris of the client metadata document are missing or not allowed");
    }
  }

  private static GeneralException refusal(String description) {
    return Messages.refusal(OAuth2Error.INVALID_CLIENT, description);
  }
}
