// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.util.List;
import java.util.stream.Stream;
import net.minidev.json.JSONObject;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** What this server says about itself (RFC 8414 §2). */
final class MetadataDocument {

  static final List<ClientAuthenticationMethod> AUTH_METHODS =
      List.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
          ClientAuthenticationMethod.CLIENT_SECRET_POST,
          ClientAuthenticationMethod.PRIVATE_KEY_JWT,
          ClientAuthenticationMethod.NONE);

  static final List<GrantType> GRANT_TYPES =
      List.of(
          GrantType.AUTHORIZATION_CODE,
          GrantType.REFRESH_TOKEN,
          GrantType.CLIENT_CREDENTIALS,
          GrantType.TOKEN_EXCHANGE);

  private static final List<ClientAuthenticationMethod> CONFIDENTIAL_METHODS =
      AUTH_METHODS.subList(0, 3);

  private static final ClientAuthenticationMethod BEARER = new ClientAuthenticationMethod("Bearer");

  private static final List<JWSAlgorithm> ASSERTION_ALGORITHMS =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private MetadataDocument() {}

  static JSONObject oauth(ServerSettings settings, JWSAlgorithm algorithm) {
    AuthorizationServerMetadata metadata =
        new AuthorizationServerMetadata(new Issuer(settings.issuer()));
    endpoints(metadata, settings);
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setResponseModes(List.of(ResponseMode.QUERY));
    metadata.setGrantTypes(GRANT_TYPES);
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    metadata.setTokenEndpointAuthMethods(AUTH_METHODS);
    metadata.setTokenEndpointJWSAlgs(ASSERTION_ALGORITHMS);
    metadata.setIntrospectionEndpointAuthMethods(introspectionMethods(settings));
    metadata.setIntrospectionEndpointJWSAlgs(ASSERTION_ALGORITHMS);
    metadata.setRevocationEndpointAuthMethods(AUTH_METHODS);
    metadata.setRevocationEndpointJWSAlgs(ASSERTION_ALGORITHMS);
    metadata.setDPoPJWSAlgs(DpopProofVerifier.ALGORITHMS);
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    // OpenID Connect Discovery 1.0 §3, here too: resources look for it in whichever they read.
    metadata.setCustomParameter("userinfo_endpoint", settings.endpoint(Paths.USER_INFO).toString());
    metadata.setCustomParameter("client_id_metadata_document_supported", true);
    // RFC 9701 §7.
    metadata.setCustomParameter(
        "introspection_signing_alg_values_supported", List.of(algorithm.getName()));
    if (!settings.scopes().isEmpty()) {
      metadata.setScopes(Scope.parse(settings.scopes()));
    }
    return metadata.toJSONObject();
  }

  /**
   * The same with what OpenID Connect Discovery 1.0 §3 requires. It is there for clients that look
   * for metadata at this address; ID tokens are not issued.
   */
  static JSONObject openId(ServerSettings settings, JWSAlgorithm algorithm) {
    JSONObject document = oauth(settings, algorithm);
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of(algorithm.getName()));
    return document;
  }

  /** RFC 8414 §2: also the types of access tokens that are taken, by their registered names. */
  private static List<ClientAuthenticationMethod> introspectionMethods(ServerSettings settings) {
    return settings.introspectionCaller().isEmpty()
        ? CONFIDENTIAL_METHODS
        : Stream.concat(CONFIDENTIAL_METHODS.stream(), Stream.of(BEARER)).toList();
  }

  private static void endpoints(AuthorizationServerMetadata metadata, ServerSettings settings) {
    metadata.setAuthorizationEndpointURI(settings.endpoint(Paths.AUTHORIZATION));
    metadata.setTokenEndpointURI(settings.endpoint(Paths.TOKEN));
    metadata.setRegistrationEndpointURI(settings.endpoint(Paths.REGISTRATION));
    metadata.setIntrospectionEndpointURI(settings.endpoint(Paths.INTROSPECTION));
    metadata.setRevocationEndpointURI(settings.endpoint(Paths.REVOCATION));
    metadata.setJWKSetURI(settings.endpoint(Paths.JWKS));
  }
}
