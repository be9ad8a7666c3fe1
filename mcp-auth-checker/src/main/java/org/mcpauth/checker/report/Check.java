// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.report;

/** Everything that is looked at. Ids are stable: they are never renamed and never reused. */
public enum Check {
  /** The issuer identifier is an https URL without query and fragment. */
  ISSUER_SYNTAX("issuer-syntax", "RFC 8414 section 2"),
  /** Metadata is at one of the locations that MCP clients try. */
  METADATA_DISCOVERY(
      "metadata-discovery",
      "MCP, Authorization Server Metadata Discovery; RFC 8414 section 3.1; OpenID Connect Discovery section 4"),
  /** Metadata is sent as application/json. */
  METADATA_CONTENT_TYPE("metadata-content-type", "RFC 8414 section 3.2"),
  /** Clients in browsers may read the metadata. */
  METADATA_CORS("metadata-cors", "Fetch Standard, CORS protocol"),
  /** The members of the metadata have the types that the RFCs give them. */
  METADATA_MEMBERS("metadata-members", "RFC 8414 section 2"),
  /** The metadata names the issuer that was asked. */
  ISSUER_MATCH("issuer-match", "RFC 8414 section 3.3"),
  /** There is an authorization endpoint. */
  AUTHORIZATION_ENDPOINT("authorization-endpoint", "RFC 8414 section 2; RFC 6749 section 3.1"),
  /** There is a token endpoint. */
  TOKEN_ENDPOINT("token-endpoint", "RFC 8414 section 2; RFC 6749 section 3.2"),
  /** The response type {@code code} is supported. */
  RESPONSE_TYPE_CODE("response-type-code", "RFC 8414 section 2"),
  /** The authorization code grant is supported. */
  GRANT_AUTHORIZATION_CODE(
      "grant-authorization-code", "RFC 8414 section 2; MCP, Authorization Flow"),
  /** The refresh token grant is supported. */
  GRANT_REFRESH_TOKEN("grant-refresh-token", "RFC 8414 section 2; MCP, Refresh Tokens"),
  /** The client credentials grant is supported. */
  GRANT_CLIENT_CREDENTIALS(
      "grant-client-credentials", "RFC 8414 section 2; MCP extension OAuth Client Credentials"),
  /** PKCE with S256 is published. */
  PKCE_S256(
      "pkce-s256", "MCP, Authorization Code Protection; RFC 8414 section 2; RFC 7636 section 4.2"),
  /** Authorization responses carry {@code iss}. */
  AUTHORIZATION_RESPONSE_ISS("authorization-response-iss", "RFC 9207 section 3"),
  /** Whether refresh tokens are asked for with {@code offline_access}. */
  SCOPE_OFFLINE_ACCESS("scope-offline-access", "MCP, Refresh Tokens"),
  /** Clients without a secret may use the token endpoint. */
  PUBLIC_CLIENTS("public-clients", "RFC 8414 section 2; RFC 7591 section 2"),
  /** Clients may identify themselves by the URL of a document. */
  CLIENT_ID_METADATA_DOCUMENT("client-id-metadata-document", "MCP, Client ID Metadata Documents"),
  /** Clients may register themselves. */
  DYNAMIC_REGISTRATION(
      "dynamic-registration", "MCP, Dynamic Client Registration; RFC 7591 section 3"),
  /** The metadata says where the keys are. */
  JWKS_URI("jwks-uri", "RFC 8414 section 2"),
  /** The JWK Set has keys that signatures can be verified with. */
  JWKS_KEYS("jwks-keys", "RFC 7517 section 5; RFC 9068 section 4"),
  /** The JWK Set has public keys only. */
  JWKS_PUBLIC_ONLY("jwks-public-only", "RFC 7517 section 9.2"),
  /** Token introspection. */
  INTROSPECTION("introspection", "RFC 7662 section 2; RFC 8414 section 2"),
  /** Token revocation. */
  REVOCATION("revocation", "RFC 7009 section 2; RFC 8414 section 2"),
  /** Tokens bound to a key of the client. */
  DPOP("dpop", "RFC 9449 section 5.1"),
  /** Tokens bound to a certificate of the client. */
  MTLS("mtls", "RFC 8705 section 3.3, section 5"),
  /** The client says which resource the token is for, and that becomes {@code aud}. */
  RESOURCE_INDICATORS("resource-indicators", "MCP, Token Audience Binding; RFC 8707 section 2"),
  /** A token can be had with the client credentials that were given. */
  TOKEN_REQUEST("token-request", "RFC 6749 section 4.4"),
  /** The token is a JWT, or there is introspection. */
  TOKEN_FORMAT("token-format", "RFC 9068 section 2; RFC 7662"),
  /** The token says that it is an access token. */
  TOKEN_TYPE("token-type", "RFC 9068 section 2.1"),
  /** The token is signed with a published key. */
  TOKEN_SIGNATURE("token-signature", "RFC 9068 section 2.1; RFC 8725 section 3.1"),
  /** The token names its issuer. */
  TOKEN_ISSUER("token-issuer", "RFC 9068 section 2.2, section 4"),
  /** The token ends. */
  TOKEN_EXPIRY("token-expiry", "RFC 9068 section 2.2; MCP, Token Theft"),
  /** The token lists its scopes. */
  TOKEN_SCOPE("token-scope", "RFC 9068 section 2.2.3"),
  /** The token names the client. */
  TOKEN_CLIENT_ID("token-client-id", "RFC 9068 section 2.2");

  private final String id;
  private final String clause;

  Check(String id, String clause) {
    this.id = id;
    this.clause = clause;
  }

  /**
   * The name in reports.
   *
   * @return a stable id
   */
  public String id() {
    return id;
  }

  /**
   * Where the rule is from.
   *
   * @return an RFC and section, or a section of the MCP specification (revision 2026-07-28)
   */
  public String clause() {
    return clause;
  }
}
