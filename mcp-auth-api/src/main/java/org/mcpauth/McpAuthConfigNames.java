// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

/**
 * The configuration keys, one constant each. Values are read from MicroProfile Config once, when
 * the application starts; a change at run time has no effect. Every key can therefore come from
 * {@code META-INF/microprofile-config.properties}, a system property, an environment variable or
 * any other config source.
 *
 * <p>A value that cannot be used stops the deployment with a message that names the key.
 */
public final class McpAuthConfigNames {

  /**
   * The resource identifier of the protected resource (RFC 9728 §1.2): the absolute URL under which
   * clients reach the MCP endpoint, for example {@code https://api.example.com/mcp}. Required.
   */
  public static final String RESOURCE = "mcp.auth.resource";

  /**
   * The issuer identifiers (RFC 8414 §2) of the authorization servers whose tokens are accepted,
   * parted by commas. Required.
   */
  public static final String AUTHORIZATION_SERVERS = "mcp.auth.authorization-servers";

  /**
   * The audience values that mark a token as issued for this resource, parted by commas, for
   * authorization servers that ignore RFC 8707. Default: the resource identifier alone.
   */
  public static final String AUDIENCES = "mcp.auth.audiences";

  /**
   * The scopes that basic use of the server needs, parted by commas: named in the {@code 401}
   * challenge and as {@code scopes_supported}. Default: none.
   */
  public static final String SCOPES = "mcp.auth.scopes";

  /**
   * The prefix of the keys {@code mcp.auth.scope-hierarchy."<scope>"}, whose value lists the scopes
   * that the scope implies, parted by commas.
   */
  public static final String SCOPE_HIERARCHY = "mcp.auth.scope-hierarchy";

  /**
   * The names of tools that may be called without an access token, parted by commas. Default: none.
   */
  public static final String ANONYMOUS_TOOLS = "mcp.auth.anonymous.tools";

  /**
   * The names of prompts that may be used without an access token, parted by commas. Default: none.
   */
  public static final String ANONYMOUS_PROMPTS = "mcp.auth.anonymous.prompts";

  /**
   * The URIs of resources that may be read without an access token, parted by commas. Default:
   * none.
   */
  public static final String ANONYMOUS_RESOURCES = "mcp.auth.anonymous.resources";

  /**
   * JSON-RPC methods that may be called without an access token, parted by commas. Default: none.
   */
  public static final String ANONYMOUS_METHODS = "mcp.auth.anonymous.methods";

  /**
   * The path of the MCP endpoint on this server, context path included; it and everything below it
   * is protected. Default: the path of the resource identifier.
   */
  public static final String PATH = "mcp.auth.path";

  /**
   * The URL of the metadata document that challenges name in {@code resource_metadata} (RFC 9728
   * §5.1). Default: derived from the resource identifier and the context path.
   */
  public static final String RESOURCE_METADATA_URL = "mcp.auth.resource-metadata-url";

  /** For how many seconds clients may cache the metadata document. Default: 3600. */
  public static final String METADATA_MAX_AGE = "mcp.auth.metadata.max-age";

  /**
   * The values of {@code Origin} that are let in, parted by commas, or {@code *}. Default: the
   * resource's own origin, and every loopback origin if the resource is on loopback.
   */
  public static final String ALLOWED_ORIGINS = "mcp.auth.allowed-origins";

  /**
   * The values of {@code Host} that are let in, parted by commas, or {@code *}. Default: loopback
   * names if the resource is on loopback, any otherwise.
   */
  public static final String ALLOWED_HOSTS = "mcp.auth.allowed-hosts";

  /**
   * Which {@code typ} a JWT must have: {@code strict} for {@code at+jwt} alone (RFC 9068 §4),
   * {@code lenient} to accept {@code JWT} or none too. Default: strict.
   */
  public static final String JWT_TYPE = "mcp.auth.jwt.type";

  /**
   * The signature algorithms (RFC 7518, RFC 8037) that are accepted, parted by commas. Default: all
   * asymmetric ones: RS, PS and ES with 256, 384 and 512, and EdDSA.
   */
  public static final String JWT_ALGORITHMS = "mcp.auth.jwt.algorithms";

  /**
   * By how many seconds the clocks of issuer and resource may differ when {@code exp}, {@code nbf}
   * and {@code iat} are checked; 0 to 600. Default: 60.
   */
  public static final String JWT_CLOCK_SKEW = "mcp.auth.jwt.clock-skew";

  /** For how many seconds a fetched key set is used before it is fetched again. Default: 600. */
  public static final String JWKS_TTL = "mcp.auth.jwks.ttl";

  /**
   * How many seconds must pass between two fetches of a key set that an unknown {@code kid} or a
   * failure causes. Default: 10.
   */
  public static final String JWKS_COOL_DOWN = "mcp.auth.jwks.cool-down";

  /**
   * For how many seconds after their time to live keys are still used while the authorization
   * server cannot be reached. Default: 3600.
   */
  public static final String JWKS_STALE_IF_ERROR = "mcp.auth.jwks.stale-if-error";

  /** How many seconds connecting to an authorization server may take. Default: 5. */
  public static final String HTTP_CONNECT_TIMEOUT = "mcp.auth.http.connect-timeout";

  /** How many seconds an answer of an authorization server may take. Default: 5. */
  public static final String HTTP_READ_TIMEOUT = "mcp.auth.http.read-timeout";

  /** The largest answer of an authorization server that is read, in bytes. Default: 1048576. */
  public static final String HTTP_MAX_RESPONSE_SIZE = "mcp.auth.http.max-response-size";

  /** How many verified tokens are remembered; 0 switches the cache off. Default: 10000. */
  public static final String TOKEN_CACHE_SIZE = "mcp.auth.token-cache.size";

  /**
   * For how many seconds at most a verified token is remembered, never past its expiry. Default:
   * 300.
   */
  public static final String TOKEN_CACHE_TTL = "mcp.auth.token-cache.ttl";

  /** The largest access token that is looked at, in characters. Default: 16384. */
  public static final String LIMITS_TOKEN_SIZE = "mcp.auth.limits.token-size";

  /** The largest message that is read, in bytes. Default: 4194304. */
  public static final String LIMITS_MESSAGE_SIZE = "mcp.auth.limits.message-size";

  /** How deep objects and arrays in a message may be nested. Default: 64. */
  public static final String LIMITS_MESSAGE_DEPTH = "mcp.auth.limits.message-depth";

  /**
   * Accepts a resource identifier with {@code http} on a host that is not loopback: tokens then
   * travel in the clear. Default: false.
   */
  public static final String INSECURE_ALLOW_HTTP_RESOURCE = "mcp.auth.insecure.allow-http-resource";

  /**
   * Accepts an authorization server with {@code http} on a host that is not loopback: whoever is on
   * the way can then hand out keys. Default: false.
   */
  public static final String INSECURE_ALLOW_HTTP_ISSUER = "mcp.auth.insecure.allow-http-issuer";

  private McpAuthConfigNames() {}
}
