// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

/**
 * The configuration keys, one constant each. Values are read from MicroProfile Config once, when
 * the application starts; a change at run time has no effect. Every key can therefore come from
 * {@code META-INF/microprofile-config.properties}, a system property, an environment variable or
 * any other config source.
 *
 * <p>A value that cannot be used stops the deployment with a message that names the key. The table
 * in {@code docs/configuration.md} is made of this class, so what is said here is all there is.
 */
public final class McpAuthConfigNames {

  /**
   * The resource identifier (RFC 9728 §1.2): the absolute URL under which clients reach the MCP
   * endpoint, without query, fragment and user information. It has to be {@code https}, unless the
   * host is loopback. Published as it is written here, character for character.
   */
  public static final String RESOURCE = "mcp.auth.resource";

  /**
   * The authorization servers whose tokens are accepted, a list: issuer identifiers (RFC 8414 §2),
   * compared with the claim {@code iss} code point by code point, or names from {@code
   * mcp.auth.issuers.<name>}. Issuer identifiers have to be {@code https}, unless the host is
   * loopback. Not required where there are {@code mcp.auth.issuers.<name>.issuer}: by default all
   * of them.
   */
  public static final String AUTHORIZATION_SERVERS = "mcp.auth.authorization-servers";

  /**
   * A named set of defaults for the products of one vendor: {@code keycloak}, {@code entra}, {@code
   * okta}, {@code auth0}, {@code cognito}, {@code fusionauth}, {@code google} or {@code github}.
   * Every key can still be set and then counts. What each one sets is in its guide, {@code
   * docs/providers}.
   */
  public static final String PROVIDER = "mcp.auth.provider";

  /**
   * The beginning of keys for one of several authorization servers. {@code
   * mcp.auth.issuers.<name>.issuer} is its issuer identifier; every key whose column says issuer
   * can be written {@code mcp.auth.issuers.<name>.…} too and then counts for that one alone. The
   * key itself is a list of names, needed only where they come from environment variables.
   */
  public static final String ISSUERS = "mcp.auth.issuers";

  /**
   * The beginning of keys for one of several protected resources in one application. {@code
   * mcp.auth.resources.<name>.resource} is its resource identifier; every key whose column says
   * resource or issuer can be written {@code mcp.auth.resources.<name>.…} too and then counts for
   * that one alone. A token for one resource is refused at another. The key itself is a list of
   * names, needed only where they come from environment variables. With a URI in double quotes
   * instead of a name, {@code mcp.auth.resources."notes://all".scopes}, it is about a resource of
   * MCP, as {@code mcp.auth.tools} is about a tool; the URI may be a template.
   */
  public static final String RESOURCES = "mcp.auth.resources";

  /**
   * The values of {@code aud}, a list, of which a token needs one to be accepted (RFC 8707 §2, RFC
   * 9068 §4): for authorization servers that ignore RFC 8707, for example {@code api://…}. One
   * trailing slash is ignored. By default the resource identifier alone; what is set here replaces
   * it. There is no way to switch the check off. Two resources must not have a value in common.
   */
  public static final String AUDIENCES = "mcp.auth.audiences";

  /**
   * The scopes that basic use of the server needs, a list: named in the {@code 401} challenge (RFC
   * 6750 §3) and as {@code scopes_supported} (RFC 9728 §2).
   */
  public static final String SCOPES = "mcp.auth.scopes";

  /**
   * What the authorization server puts in front of every scope, for example {@code api://notes/}
   * with Entra ID. Challenges and metadata name scopes with it, and it is taken off the scopes of a
   * token, so that annotations need not repeat it.
   */
  public static final String SCOPE_PREFIX = "mcp.auth.scope-prefix";

  /**
   * Not a key but the beginning of keys, {@code mcp.auth.scope-hierarchy."<scope>"}, each with a
   * list of the scopes that the scope implies directly. What those imply follows; a cycle is an
   * error.
   */
  public static final String SCOPE_HIERARCHY = "mcp.auth.scope-hierarchy";

  /**
   * The names of tools that may be called without an access token, a list. A tool with
   * {@code @RequiresScope} cannot be among them.
   */
  public static final String ANONYMOUS_TOOLS = "mcp.auth.anonymous.tools";

  /**
   * The names of prompts that may be used without an access token, a list. A prompt with
   * {@code @RequiresScope} cannot be among them.
   */
  public static final String ANONYMOUS_PROMPTS = "mcp.auth.anonymous.prompts";

  /**
   * The URIs of resources that may be used without an access token, a list; no templates. A
   * resource with {@code @RequiresScope} cannot be among them; where a template with a requirement
   * matches too, it counts.
   */
  public static final String ANONYMOUS_RESOURCES = "mcp.auth.anonymous.resources";

  /**
   * Not a key but the beginning of keys, {@code mcp.auth.tools."<name>".…}, for tools that cannot
   * be annotated or shall be closed further: {@code scopes} (a list), {@code scopes-match} ({@code
   * all} or {@code any}), {@code roles} (a list, one of which is needed), {@code acr-values} (a
   * list), {@code max-age} (seconds) and {@code policy} ({@code authenticated}, {@code deny} or
   * {@code permit}). They count in addition to annotations. In the name, {@code *} stands for any
   * text.
   */
  public static final String TOOLS = "mcp.auth.tools";

  /** The same for prompts, {@code mcp.auth.prompts."<name>".…}. */
  public static final String PROMPTS = "mcp.auth.prompts";

  /**
   * The same for JSON-RPC methods, {@code mcp.auth.methods."<method>".…}, and for HTTP methods
   * without a message, for example {@code mcp.auth.methods."logging/setLevel".roles=admin}.
   */
  public static final String METHODS = "mcp.auth.methods";

  /**
   * What a tool, prompt or resource requires that nothing is said about: {@code authenticated} (any
   * valid token), {@code deny} (nobody may use it) or {@code permit} (everybody may, without a
   * token). The methods of MCP itself, {@code initialize} or {@code tools/list} for example, need
   * any valid token, or none with {@code permit}.
   */
  public static final String DEFAULT_POLICY = "mcp.auth.default-policy";

  /**
   * Which scopes the challenge of a {@code 403} names, and that of a {@code 401} which asks for
   * another authentication of the user: {@code operation} for those of the operation, {@code
   * granted-plus-operation} for those of the token too, {@code auto} for what the revision of MCP
   * expects that the request speaks. Before 2026-07-28, clients ask for what is named and lose the
   * rest.
   */
  public static final String CHALLENGE_SCOPES = "mcp.auth.challenge-scopes";

  /**
   * In which form the caller of a tool is told that it lacks a scope: {@code challenge} for a
   * {@code 403}, {@code tool-error} for the result of the tool, which tells the model what to ask
   * the user for, {@code both-by-client} for the result where the client cannot step up: it speaks
   * a revision before 2025-11-25 or is one of {@code mcp.auth.tool-error-clients}.
   */
  public static final String INSUFFICIENT_SCOPE = "mcp.auth.insufficient-scope";

  /**
   * The clients that cannot step up whatever revision they speak, a list of names as in their
   * {@code clientInfo} or before the slash of their {@code User-Agent}, in any case.
   */
  public static final String TOOL_ERROR_CLIENTS = "mcp.auth.tool-error-clients";

  /**
   * Whether the container is told who the caller is (Jakarta Security), with the roles of the token
   * as groups, so that its own {@code @RolesAllowed} on enterprise beans and Jakarta REST resources
   * works: {@code true} or {@code false}. For requests to protected endpoints, and tokens that are
   * not bound to their sender. An application can have one authentication mechanism only.
   */
  public static final String CONTAINER_LOGIN = "mcp.auth.container-login";

  /**
   * What session ids are bound to their callers with, for nodes of a cluster that share sessions:
   * at least 32 characters, the same on each; as itself or as a location. Without it every node has
   * one of its own, and a session that goes on at another node is not found there. Secret.
   */
  public static final String SESSION_KEY = "mcp.auth.session-key";

  /**
   * The JSON-RPC methods that may be called without an access token, a list, for example {@code
   * ping,tools/list}. The names of HTTP methods stand for requests without a message, for example
   * {@code GET}.
   */
  public static final String ANONYMOUS_METHODS = "mcp.auth.anonymous.methods";

  /**
   * What lists of tools, prompts, resources and resource templates name: {@code all} for what the
   * server says, or {@code permitted} for what the caller's token permits alone. Whatever else a
   * caller asks for by its name is then answered like what does not exist, instead of with {@code
   * 403}.
   */
  public static final String LISTS = "mcp.auth.lists";

  /**
   * Whether each descriptor in a list of tools says what the tool requires, {@code true} or {@code
   * false}: in {@code securitySchemes}, on the descriptor and in its {@code _meta}, and in {@code
   * org.mcpauth/requiredScopes} of its {@code _meta}.
   */
  public static final String LISTS_REQUIREMENTS = "mcp.auth.lists.requirements";

  /**
   * The path of the MCP endpoint on this server, decoded and normalized, with the context path; it,
   * everything below it, and every other path of the application that ends with it is protected. By
   * default the path of the resource identifier. Needed where a proxy changes paths.
   */
  public static final String PATH = "mcp.auth.path";

  /**
   * The URL of the metadata document that challenges name in {@code resource_metadata} (RFC 9728
   * §5.1). By default the well-known path is inserted between the public URL of the application and
   * the path of its endpoint (RFC 9728 §3.1). Needed where that URL does not lead here.
   */
  public static final String RESOURCE_METADATA_URL = "mcp.auth.resource-metadata-url";

  /**
   * The values of {@code Origin} that are let in, a list, or {@code *} for all; each is a scheme
   * and a host, and a port that is not the default one. By default the origin of the resource, and
   * every loopback origin if the resource is on loopback. Requests without an {@code Origin} are
   * let in.
   */
  public static final String ALLOWED_ORIGINS = "mcp.auth.allowed-origins";

  /**
   * The values of {@code Host} that are let in, a list, or {@code *} for all; each is a host, with
   * the port as clients send it. By default loopback hosts with any port if the resource is on
   * loopback, all otherwise.
   */
  public static final String ALLOWED_HOSTS = "mcp.auth.allowed-hosts";

  /** For how many seconds clients may cache the metadata document (RFC 9728 §7.10), 0 to 86400. */
  public static final String METADATA_MAX_AGE = "mcp.auth.metadata.max-age";

  /**
   * Which scopes the metadata names in {@code scopes_supported}: {@code baseline} for those of
   * {@code mcp.auth.scopes}, what MCP wants there, or {@code operations} for those of every
   * annotated operation too.
   */
  public static final String METADATA_SCOPES_SUPPORTED = "mcp.auth.metadata.scopes-supported";

  /**
   * The member {@code resource_name} (RFC 9728 §2). With a number sign and a language tag after the
   * key, {@code mcp.auth.metadata.resource-name#de}, the same in that language (RFC 9728 §2.1).
   */
  public static final String METADATA_RESOURCE_NAME = "mcp.auth.metadata.resource-name";

  /**
   * The member {@code resource_documentation} (RFC 9728 §2), an http or https URL. Can have a
   * language tag.
   */
  public static final String METADATA_RESOURCE_DOCUMENTATION =
      "mcp.auth.metadata.resource-documentation";

  /**
   * The member {@code resource_policy_uri} (RFC 9728 §2), an http or https URL. Can have a language
   * tag.
   */
  public static final String METADATA_RESOURCE_POLICY_URI = "mcp.auth.metadata.resource-policy-uri";

  /**
   * The member {@code resource_tos_uri} (RFC 9728 §2), an http or https URL. Can have a language
   * tag.
   */
  public static final String METADATA_RESOURCE_TOS_URI = "mcp.auth.metadata.resource-tos-uri";

  /**
   * The member {@code jwks_uri} (RFC 9728 §2): where the resource's own public keys are, an https
   * URL.
   */
  public static final String METADATA_JWKS_URI = "mcp.auth.metadata.jwks-uri";

  /**
   * The member of that name (RFC 9728 §2): the algorithms with which the resource signs its
   * answers, a list, never {@code none}.
   */
  public static final String METADATA_SIGNING_ALGORITHMS =
      "mcp.auth.metadata.resource-signing-alg-values-supported";

  /** The member of that name (RFC 9728 §2, RFC 9396 §2), a list. */
  public static final String METADATA_AUTHORIZATION_DETAILS =
      "mcp.auth.metadata.authorization-details-types-supported";

  /**
   * The private key that signs the metadata: the document then has a {@code signed_metadata} (RFC
   * 9728 §2.2), issued by the resource. A PEM private key (PKCS#8) or a JWK; as itself or as a
   * location. Secret.
   */
  public static final String METADATA_SIGNING_KEY = "mcp.auth.metadata.signing-key";

  /**
   * Whether the metadata of the first authorization server is served, unchanged, at {@code
   * /.well-known/oauth-authorization-server} and {@code /.well-known/openid-configuration} of this
   * server, {@code true} or {@code false}: for clients of MCP 2025-03-26, which look for it there.
   */
  public static final String LEGACY_AS_METADATA = "mcp.auth.legacy.authorization-server-metadata";

  /**
   * Who verifies tokens: {@code jwt} for this library with the keys of the authorization server,
   * {@code introspection} for its introspection endpoint (RFC 7662), {@code validation-endpoint}
   * for an endpoint of a vendor's own, {@code mp-jwt} for the MicroProfile JWT of the server that
   * the application runs on, {@code custom} for beans of the type {@code TokenVerifier} alone.
   * Issuer, audience, lifetime and scopes are checked by this library in every case.
   */
  public static final String VERIFICATION = "mcp.auth.verification";

  /**
   * Where a token names its scopes, a list of paths of which the first that exists counts; the
   * claim is a string with spaces or an array. A path has a slash between nested names, as in
   * {@code realm_access/roles}; a name with a slash is written in double quotes.
   */
  public static final String CLAIMS_SCOPES = "mcp.auth.claims.scopes";

  /**
   * Where a token names the caller's roles, a list of paths as in {@code mcp.auth.claims.scopes}.
   */
  public static final String CLAIMS_ROLES = "mcp.auth.claims.roles";

  /**
   * Where a token names its audience, a list of paths as in {@code mcp.auth.claims.scopes}: for
   * authorization servers whose access tokens have no {@code aud}, for example {@code
   * aud,client_id}.
   */
  public static final String CLAIMS_AUDIENCE = "mcp.auth.claims.audience";

  /** Where a token names the subject, a list of paths as in {@code mcp.auth.claims.scopes}. */
  public static final String CLAIMS_SUBJECT = "mcp.auth.claims.subject";

  /** Where a token names the client, a list of paths as in {@code mcp.auth.claims.scopes}. */
  public static final String CLAIMS_CLIENT_ID = "mcp.auth.claims.client-id";

  /**
   * Which {@code typ} a JWT must have: {@code strict} accepts {@code at+jwt} alone (RFC 9068 §4),
   * {@code lenient} accepts {@code JWT} or none too, for authorization servers older than RFC 9068;
   * never ID tokens, logout tokens, ID-JAGs, introspection responses or DPoP proofs. With {@code
   * mcp.auth.verification=mp-jwt} the default is {@code lenient}.
   */
  public static final String JWT_TYPE = "mcp.auth.jwt.type";

  /**
   * The signature algorithms (RFC 7518 §3.1, RFC 8037 §3.1) that are accepted, a list of some of
   * the default ones; with {@code mcp.auth.jwt.secret} of {@code HS256}, {@code HS384} and {@code
   * HS512}, which are then the default. Never {@code none}, never both kinds (RFC 8725 §3.1).
   */
  public static final String JWT_ALGORITHMS = "mcp.auth.jwt.algorithms";

  /**
   * By how many seconds the clocks of issuer and resource may differ when {@code exp}, {@code nbf}
   * and {@code iat} are checked (RFC 7519 §4.1), 0 to 600.
   */
  public static final String JWT_CLOCK_SKEW = "mcp.auth.jwt.clock-skew";

  /**
   * How many seconds ago a token may have been issued, claim {@code iat}, whatever its expiry, 0 to
   * 31536000; 0 for no limit. With a limit a token without {@code iat} is refused.
   */
  public static final String JWT_MAX_AGE = "mcp.auth.jwt.max-age";

  /**
   * Where the key set of the authorization server is (RFC 7517 §5). By default the {@code jwks_uri}
   * of its metadata.
   */
  public static final String JWT_JWKS_URI = "mcp.auth.jwt.jwks-uri";

  /**
   * Keys that are not fetched from the authorization server: a PEM public key or certificate, a JWK
   * or a JWK Set; as itself or as a location. With an http or https URL the same as {@code
   * mcp.auth.jwt.jwks-uri}.
   */
  public static final String JWT_KEYS = "mcp.auth.jwt.keys";

  /**
   * The shared secret of tokens that are signed with HS256, HS384 or HS512 (RFC 7518 §3.2), at
   * least as long as the hash; as itself or as a location. No other algorithm is accepted then.
   * Secret.
   */
  public static final String JWT_SECRET = "mcp.auth.jwt.secret";

  /**
   * The private key for encrypted tokens (RFC 7516): a PEM private key (PKCS#8), a JWK or a JWK
   * Set; as itself or as a location. What is inside has to be a signed JWT. Secret.
   */
  public static final String JWT_DECRYPTION_KEY = "mcp.auth.jwt.decryption-key";

  /**
   * For how many seconds a fetched key set is used before it is fetched again, where its answer has
   * no {@code Cache-Control: max-age}, 1 to 86400.
   */
  public static final String JWKS_TTL = "mcp.auth.jwks.ttl";

  /**
   * For how many seconds a fetched key set is used at most, whatever its {@code Cache-Control}
   * says, 1 to 604800.
   */
  public static final String JWKS_MAX_TTL = "mcp.auth.jwks.max-ttl";

  /**
   * How many seconds before their time is over keys are fetched again in the background, 0 to
   * 86400; 0 for never.
   */
  public static final String JWKS_REFRESH_AHEAD = "mcp.auth.jwks.refresh-ahead";

  /**
   * How many seconds must pass between two fetches of a key set that an unknown {@code kid} or a
   * failure causes, 1 to 86400. While keys are missing because of a failure, requests get {@code
   * 503} with this as {@code Retry-After}.
   */
  public static final String JWKS_COOL_DOWN = "mcp.auth.jwks.cool-down";

  /**
   * For how many seconds after their time to live keys are still used while the authorization
   * server cannot be reached, 0 to 86400.
   */
  public static final String JWKS_STALE_IF_ERROR = "mcp.auth.jwks.stale-if-error";

  /**
   * The client identifier of this resource at the authorization server (RFC 6749 §2.2), for
   * introspection and validation endpoints.
   */
  public static final String CLIENT_ID = "mcp.auth.client.id";

  /**
   * The client secret that goes with {@code mcp.auth.client.id}; as itself or as a location.
   * Secret.
   */
  public static final String CLIENT_SECRET = "mcp.auth.client.secret";

  /**
   * The private key for {@code private_key_jwt} (RFC 7523 §2.2): a PEM private key (PKCS#8) or a
   * JWK; as itself or as a location. Secret.
   */
  public static final String CLIENT_PRIVATE_KEY = "mcp.auth.client.private-key";

  /**
   * An access token of this resource's own with which it may introspect (RFC 7662 §2.1); as itself
   * or as a location. Secret.
   */
  public static final String CLIENT_TOKEN = "mcp.auth.client.token";

  /**
   * How this resource authenticates itself: {@code client_secret_basic}, {@code
   * client_secret_post}, {@code private_key_jwt}, {@code bearer} or {@code none}. By default the
   * one that fits what is set: a secret, a key or a token.
   */
  public static final String CLIENT_AUTHENTICATION = "mcp.auth.client.authentication";

  /**
   * The introspection endpoint (RFC 7662 §2). By default the {@code introspection_endpoint} of the
   * metadata of the authorization server.
   */
  public static final String INTROSPECTION_ENDPOINT = "mcp.auth.introspection.endpoint";

  /**
   * Whether the answers of the introspection endpoint have to be signed (RFC 9701), {@code true} or
   * {@code false}.
   */
  public static final String INTROSPECTION_SIGNED_RESPONSE =
      "mcp.auth.introspection.signed-response";

  /**
   * For how many seconds the answer that a token is active counts, 0 to 3600; never past its
   * expiry. For so long a token that was revoked is still accepted. A token without {@code exp} in
   * the answer is asked about again after that time.
   */
  public static final String INTROSPECTION_TTL = "mcp.auth.introspection.ttl";

  /** For how many seconds the answer that a token is not active counts, 0 to 60. */
  public static final String INTROSPECTION_NEGATIVE_TTL = "mcp.auth.introspection.negative-ttl";

  /**
   * An endpoint that answers with the claims of a valid token in a way of its vendor's, for example
   * FusionAuth's {@code /api/jwt/validate}. Its answers count for as long as those of
   * introspection.
   */
  public static final String VALIDATION_ENDPOINT_URI = "mcp.auth.validation-endpoint.uri";

  /**
   * Where that endpoint wants the token: {@code header} for a GET with {@code Authorization:
   * Bearer}, {@code form} for a POST with a form parameter, {@code json} for a POST with a JSON
   * object.
   */
  public static final String VALIDATION_ENDPOINT_TOKEN_IN = "mcp.auth.validation-endpoint.token-in";

  /** The name of that form parameter, or of the member of that JSON object. */
  public static final String VALIDATION_ENDPOINT_TOKEN_PARAMETER =
      "mcp.auth.validation-endpoint.token-parameter";

  /**
   * Where in the answer the claims are, a path as in {@code mcp.auth.claims.scopes}, for example
   * {@code jwt}. By default the answer itself.
   */
  public static final String VALIDATION_ENDPOINT_CLAIMS = "mcp.auth.validation-endpoint.claims";

  /**
   * Where tokens are exchanged (RFC 8693 §2). By default the {@code token_endpoint} of the metadata
   * of the authorization server that issued the caller's token.
   */
  public static final String TOKEN_EXCHANGE_ENDPOINT = "mcp.auth.token-exchange.endpoint";

  /**
   * The {@code actor_token} (RFC 8693 §2.1) that says who acts on behalf of the caller, where the
   * authorization server wants one besides the client authentication; as itself or as a location.
   * Read once, so it has to be valid for as long as the application runs. Secret.
   */
  public static final String TOKEN_EXCHANGE_ACTOR_TOKEN = "mcp.auth.token-exchange.actor-token";

  /** The {@code actor_token_type} (RFC 8693 §3) of {@code mcp.auth.token-exchange.actor-token}. */
  public static final String TOKEN_EXCHANGE_ACTOR_TOKEN_TYPE =
      "mcp.auth.token-exchange.actor-token-type";

  /** How many exchanged tokens are remembered, 0 to 10000000; 0 for none. */
  public static final String TOKEN_EXCHANGE_CACHE_SIZE = "mcp.auth.token-exchange.cache-size";

  /**
   * For how many seconds at most an exchanged token is used, 1 to 86400; never past its expiry or
   * that of the caller's token. For so long a service can still be called on behalf of a user whose
   * rights there were taken away.
   */
  public static final String TOKEN_EXCHANGE_MAX_TTL = "mcp.auth.token-exchange.max-ttl";

  /**
   * The beginning of keys for one of the services that are called on behalf of the caller. {@code
   * mcp.auth.token-exchange.targets.<name>.url} is where it is, an {@code https} URL without a
   * query: requests to it and to what is below it get a token for it. {@code
   * mcp.auth.token-exchange.targets.<name>.resource} (RFC 8707), {@code
   * mcp.auth.token-exchange.targets.<name>.audience} and {@code
   * mcp.auth.token-exchange.targets.<name>.scopes}, a list, are what the token is asked for;
   * without a resource and an audience the URL is the resource. The key itself is a list of names,
   * needed only where they come from environment variables.
   */
  public static final String TOKEN_EXCHANGE_TARGETS = "mcp.auth.token-exchange.targets";

  /**
   * Whether tokens that are bound to a key with DPoP (RFC 9449) are accepted: {@code off} refuses
   * them, {@code supported} accepts them together with their proof, {@code required} accepts no
   * others.
   */
  public static final String DPOP = "mcp.auth.dpop";

  /**
   * The signature algorithms of DPoP proofs that are accepted, a list of some of the default ones;
   * named in the metadata and in challenges.
   */
  public static final String DPOP_ALGORITHMS = "mcp.auth.dpop.algorithms";

  /**
   * By how many seconds the {@code iat} of a DPoP proof may differ from now, into both directions,
   * 1 to 600.
   */
  public static final String DPOP_MAX_AGE = "mcp.auth.dpop.max-age";

  /**
   * How many DPoP proofs are remembered so that none is used twice, 100 to 10000000. When there is
   * no room for another one, requests get {@code 503}.
   */
  public static final String DPOP_REPLAY_CACHE_SIZE = "mcp.auth.dpop.replay-cache-size";

  /**
   * Whether DPoP proofs need a nonce of this server's (RFC 9449 §9), {@code true} or {@code false}.
   */
  public static final String DPOP_NONCE = "mcp.auth.dpop.nonce";

  /** For how many seconds a nonce is good, 10 to 3600. */
  public static final String DPOP_NONCE_TTL = "mcp.auth.dpop.nonce-ttl";

  /**
   * Whether tokens that are bound to a client certificate (RFC 8705 §3) are accepted: {@code off}
   * refuses them, {@code supported} accepts them together with that certificate, {@code required}
   * accepts no others.
   */
  public static final String MTLS = "mcp.auth.mtls";

  /**
   * The request header in which a proxy that ends TLS passes the client's certificate on: as in RFC
   * 9440, as URL-encoded PEM or as Base64. Only for a proxy that takes such a header away from its
   * clients: whoever can send it himself can be anybody. By default the certificate that the server
   * itself saw.
   */
  public static final String MTLS_CERTIFICATE_HEADER = "mcp.auth.mtls.certificate-header";

  /** How many seconds connecting to an authorization server may take, 1 to 60. */
  public static final String HTTP_CONNECT_TIMEOUT = "mcp.auth.http.connect-timeout";

  /** How many seconds an answer of an authorization server may take, 1 to 60. */
  public static final String HTTP_READ_TIMEOUT = "mcp.auth.http.read-timeout";

  /** The largest answer of an authorization server that is read, in bytes, 1024 to 16777216. */
  public static final String HTTP_MAX_RESPONSE_SIZE = "mcp.auth.http.max-response-size";

  /**
   * Whether redirects of authorization servers are followed, at most three and never from https to
   * http, {@code true} or {@code false}.
   */
  public static final String HTTP_FOLLOW_REDIRECTS = "mcp.auth.http.follow-redirects";

  /**
   * Hosts that may be asked although their addresses are private, loopback or link-local ones, a
   * list. Hosts in URLs of this configuration are among them; this is for others, that only an
   * authorization server's metadata names.
   */
  public static final String HTTP_PRIVATE_HOSTS = "mcp.auth.http.private-hosts";

  /**
   * How many verified tokens are remembered for each resource, 0 to 10000000; 0 switches the cache
   * off.
   */
  public static final String TOKEN_CACHE_SIZE = "mcp.auth.token-cache.size";

  /**
   * For how many seconds at most a verified token is remembered, 1 to 86400; never past its expiry.
   */
  public static final String TOKEN_CACHE_TTL = "mcp.auth.token-cache.ttl";

  /**
   * For how many seconds at most an authorization server's answer about a user is remembered
   * ({@link UserInfo}), 1 to 86400; never past the expiry of the access token.
   */
  public static final String USERINFO_CACHE_TTL = "mcp.auth.userinfo.cache-ttl";

  /** The largest access token that is looked at, in characters, 256 to 1048576. */
  public static final String LIMITS_TOKEN_SIZE = "mcp.auth.limits.token-size";

  /**
   * The largest message that is read, in bytes, 1024 to 1073741824; larger ones get {@code 413}.
   */
  public static final String LIMITS_MESSAGE_SIZE = "mcp.auth.limits.message-size";

  /** How deep objects and arrays in a message may be nested, 4 to 1000. */
  public static final String LIMITS_MESSAGE_DEPTH = "mcp.auth.limits.message-depth";

  /**
   * The largest list that is filtered, and the largest answer about something that is hidden, in
   * bytes, 1024 to 268435456; for a stream, the largest event. What is larger is refused with
   * -32603.
   */
  public static final String LIMITS_LIST_SIZE = "mcp.auth.limits.list-size";

  /**
   * Which decisions are written to the log {@code org.mcpauth.audit} at level INFO, one line of
   * JSON for each: {@code off} for none, {@code denied} for refusals, or {@code all}. What is in a
   * line is in {@code docs/observability.md}.
   */
  public static final String AUDIT = "mcp.auth.audit";

  /**
   * How the audit log names users: {@code plain} by the claim {@code sub}, {@code hashed} by the
   * SHA-256 of issuer and {@code sub}, which finds all lines of one user and names nobody, or
   * {@code none}. {@code sub} is an identifier by RFC 7519 §4.1.2, and with some authorization
   * servers a name or an e-mail address.
   */
  public static final String AUDIT_SUBJECT = "mcp.auth.audit.subject";

  /**
   * Whether the readiness check {@code mcp-auth} of MicroProfile Health is down as long as the
   * metadata or keys of an authorization server are not known, {@code true} or {@code false}; with
   * {@code false} it is always up.
   */
  public static final String HEALTH = "mcp.auth.health";

  /**
   * Accepts {@code http} in {@code mcp.auth.resource}, {@code mcp.auth.resource-metadata-url} and
   * {@code mcp.auth.token-exchange.targets} on hosts that are not loopback, {@code true} or {@code
   * false}. Tokens then travel in the clear (RFC 6750 §5.3).
   */
  public static final String INSECURE_ALLOW_HTTP_RESOURCE = "mcp.auth.insecure.allow-http-resource";

  /**
   * Accepts {@code http} in {@code mcp.auth.authorization-servers}, in the URLs of their endpoints,
   * and in what they publish about themselves, on hosts that are not loopback, {@code true} or
   * {@code false}. Whoever is on the way can then hand out keys (RFC 8414 §6.1).
   */
  public static final String INSECURE_ALLOW_HTTP_ISSUER = "mcp.auth.insecure.allow-http-issuer";

  /**
   * Lets session ids of revisions before 2026-07-28 through as they are, so that whoever knows one
   * can use it with any valid token: {@code true} or {@code false}.
   */
  public static final String INSECURE_UNBOUND_SESSIONS = "mcp.auth.insecure.unbound-sessions";

  private McpAuthConfigNames() {}
}
