// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

/** Where the endpoints are, below the issuer. */
public final class Paths {

  /** RFC 8414 §3. */
  public static final String OAUTH_METADATA = "/.well-known/oauth-authorization-server";

  /** OpenID Connect Discovery 1.0 §4. */
  public static final String OPENID_METADATA = "/.well-known/openid-configuration";

  /** The JWK Set. */
  public static final String JWKS = "/jwks";

  /** RFC 6749 §3.1. */
  public static final String AUTHORIZATION = "/authorize";

  /** RFC 6749 §3.2. */
  public static final String TOKEN = "/token";

  /** RFC 7591 §3. */
  public static final String REGISTRATION = "/register";

  /** RFC 7662 §2. */
  public static final String INTROSPECTION = "/introspect";

  /** RFC 7009 §2. */
  public static final String REVOCATION = "/revoke";

  /** OpenID Connect Core 1.0 §5.3. */
  public static final String USER_INFO = "/userinfo";

  /** Where FusionAuth validates JWTs. */
  public static final String JWT_VALIDATION = "/api/jwt/validate";

  static final String LOGIN = "/login";

  static final String CONSENT = "/consent";

  private Paths() {}
}
