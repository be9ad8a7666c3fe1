// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.log;

import java.util.Locale;

/**
 * Every message of the library, with its number. Numbers are never used again for another meaning;
 * {@code message-ranges.txt} says which room has which range. No message takes a token, a secret or
 * a personal claim as an argument.
 */
public enum Message {
  // 1000: settings
  KEY_MISSING(1001, "%s is not set: it has to be %s, for example %s"),
  KEY_INVALID(1002, "%s: the value '%s' %s; a good value is %s"),
  HIERARCHY_CYCLE(1003, "%s: the scope '%s' implies itself through %s; remove one of these lines"),
  HIERARCHY_KEY_INVALID(
      1004,
      "%s: after the prefix comes one scope in double quotes, for example "
          + "mcp.auth.scope-hierarchy.\"notes\\:admin\"=notes:read,notes:write"),
  HIERARCHY_COLON_NOT_ESCAPED(
      1005,
      "%s: read as the scope '%s'. In a properties file a colon ends the key, so a second scope"
          + " with the same beginning would be lost: write \\: instead of :"),
  KEY_UNKNOWN(1006, "%s is not a key of this library and has no effect; the nearest one is %s"),
  RESOURCES_SHARE_PATH(
      1007,
      "mcp.auth.resources: two of them have the path '%s'; give one of them another"
          + " mcp.auth.resources.<name>.path, for example /admin/mcp"),
  RESOURCES_SHARE_AUDIENCE(
      1008,
      "mcp.auth.audiences: two resources accept the audience '%s', so that a token for one would be"
          + " good for the other; set mcp.auth.resources.<name>.audiences for each, for example to"
          + " its resource identifier"),
  OPERATION_KEY_CUT(
      1009,
      "%s: the name has no closing quote. In a properties file a colon ends the key: write \\: instead"
          + " of :, for example mcp.auth.resources.\"notes\\://{id}\".scopes=notes:read"),
  PERMIT_AND_MORE(
      1010,
      "%s=permit: what is open to everybody cannot require anything else; remove this key or the"
          + " others for the same operation"),
  PERMIT_PATTERN(
      1011,
      "%s=permit: a pattern would open whatever it matches, also what is added later; name each"
          + " operation, for example mcp.auth.tools.\"search\".policy=permit"),
  TARGETS_SHARE_URL(
      1012, "mcp.auth.token-exchange.targets: two of them have the URL %s; remove one of them"),
  TARGET_IS_OWN_RESOURCE(
      1013,
      "mcp.auth.token-exchange.targets: a token for %s would be one for this application; set"
          + " mcp.auth.token-exchange.targets.<name>.resource to the identifier of the service that"
          + " is called, for example https://calendar.example.com/api"),
  CONFIGURATION_INVALID(1099, "the configuration has %d fault(s):%n%s"),

  // 2000: issuer
  METADATA_NOT_FOUND(
      2001,
      "mcp.auth.authorization-servers: %s publishes no metadata; tried %s; a good value is an"
          + " issuer identifier such as https://issuer.example.com"),
  METADATA_INVALID(
      2002,
      "mcp.auth.authorization-servers: the metadata of %s at %s %s; a good value is an issuer"
          + " identifier such as https://issuer.example.com"),
  KEYS_FETCHED(2004, "fetched %d key(s) of %s"),
  KEYS_UNAVAILABLE(2005, "%s cannot be fetched: %s"),
  KEYS_INVALID(
      2006,
      "mcp.auth.jwt.keys: the value for %s %s; a good value is a PEM public key or certificate, a JWK"
          + " or a JWK Set"),
  SECRET_INVALID(
      2007, "mcp.auth.jwt.secret: the value for %s %s; a good value is 64 random characters"),
  DECRYPTION_KEY_INVALID(
      2008,
      "mcp.auth.jwt.decryption-key: the value for %s %s; a good value is a PEM private key"
          + " (PKCS#8), a JWK or a JWK Set"),

  // 2300: introspection
  CLIENT_INCOMPLETE(
      2301,
      "%s is not set: %s, the way in which this resource authenticates itself to %s, needs it"),
  CLIENT_REFUSED(
      2302,
      "%s refuses this resource with status %d, so no token can be introspected: check"
          + " mcp.auth.client.authentication, mcp.auth.client.id and its secret or key"),
  ENDPOINT_UNUSABLE(2303, "the endpoint of %s that knows about tokens %s; requests get 503"),
  CLIENT_MAYBE_REFUSED(
      2304,
      "%s answers with status 401, which counts as 'not valid': if tokens are valid, this resource"
          + " is refused itself; check mcp.auth.client.authentication, mcp.auth.client.id and its"
          + " secret or key"),
  VALIDATION_ENDPOINT_MISSING(
      2305,
      "mcp.auth.validation-endpoint.uri is not set, and %s is asked about tokens: it has to be an"
          + " https URL, for example https://issuer.example.com/api/jwt/validate"),
  USERINFO_UNUSABLE(
      2306, "the userinfo_endpoint of %s %s; whoever asks for UserInfo gets an exception"),
  USERINFO_ENDPOINT_MISSING(2307, "the metadata of %s name no userinfo_endpoint"),
  TOKEN_ENDPOINT_UNUSABLE(
      2308, "the token endpoint of %s %s; other services cannot be called on behalf of callers"),
  // 2400: proof
  REPLAY_CACHE_FULL(
      2400,
      "mcp.auth.dpop.replay-cache-size: all %d places are taken by DPoP proofs that are still"
          + " valid; requests get 503 until one ends; make it larger, or mcp.auth.dpop.max-age"
          + " shorter"),
  // 2600: jose
  KEYS_LEFT_OUT(2600, "left out %d key(s) of a key set that cannot be used here: %s"),

  // 2700: exchange
  EXCHANGE_REFUSED(
      2700,
      "%s does not exchange the token of a caller (%s): check that this resource may do so there, as"
          + " the client of mcp.auth.client.id, and mcp.auth.token-exchange.targets"),
  EXCHANGE_UNUSABLE(2701, "%s answers a token exchange with a token that %s"),
  TARGET_MISSING(
      2702,
      "no target is configured for requests to %s, so none was sent: set"
          + " mcp.auth.token-exchange.targets.<name>.url to its URL, for example"
          + " mcp.auth.token-exchange.targets.calendar.url=https://calendar.example.com/api"),
  TARGET_IS_HERE(
      2703, "a token for this application itself cannot be asked for on behalf of others"),
  TOKEN_ENDPOINT_MISSING(
      2704,
      "mcp.auth.token-exchange.endpoint is not set, and the metadata of %s names no token_endpoint:"
          + " it has to be an https URL, for example https://issuer.example.com/token"),

  // 3000: metadata
  CONTRIBUTOR_OVERRIDES(
      3001, "%s: a MetadataContributor must not set the member '%s', the library writes it itself"),
  PATH_OUTSIDE_CONTEXT(
      3002,
      "mcp.auth.path: '%s' is not below this application's context path '%s', so nothing would be"
          + " protected; set mcp.auth.path to the path of the MCP endpoint on this server, for"
          + " example %s/mcp"),

  LINT_OFFLINE_ACCESS(
      3101,
      "mcp.auth.scopes: offline_access is advertised for %s; MCP says that it should not be: clients"
          + " that want refresh tokens ask for it themselves"),
  LINT_WRITE_SCOPE(
      3102,
      "mcp.auth.scopes: '%s' is asked for at every login at %s although it allows to change things;"
          + " leave it to the 403 of the operation that needs it"),
  LINT_HTTP(3103, "%s uses http: tokens and keys travel in the clear"),
  LINT_TRAILING_SLASH(
      3104,
      "mcp.auth.resource: %s ends with a slash; clients compare it character by character, write it"
          + " without"),
  LINT_SHARED_KEYS(
      3105,
      "the keys of %s are configured for another authorization server too, so that either can issue"
          + " tokens in the name of the other; write mcp.auth.issuers.<name>.jwt.* for each"),
  LINT_UNUSED_SCOPE(3106, "mcp.auth.scopes: '%s' is advertised for %s, and no operation needs it"),
  // 5000: requirement
  OPERATION_TWICE(
      5001,
      "%s is declared by %s and %s with different requirements; give one of them another name"),
  METHOD_NOT_INTERCEPTABLE(
      5002,
      "@%s on %s has no effect, because the method is %s: make it a plain instance" + " method"),
  SCOPE_INVALID(
      5003,
      "@RequiresScope on %s: '%s' is not a scope-token of RFC 6749 §3.3; a good value is"
          + " notes:read"),
  SEVERAL_NAMES(5004, "@RequiresScope on %s: only one of tool, prompt and resource can be given"),
  ANONYMOUS_AND_SCOPED(
      5005,
      "%s: %s has requirements from %s and cannot be open to everybody too; remove one of them"),
  NAME_ON_CLASS(
      5006, "@RequiresScope on %s: tool, prompt and resource belong on a method, not on a class"),
  OVERRIDE_NOT_ANNOTATED(
      5007, "%s overrides %s, which has @%s, and would lose it: repeat the annotation on it"),
  NAMES_DIFFER(
      5008,
      "%s has several names, %s: @RequiresScope and the server's own annotation have to say the"
          + " same one"),
  ON_INTERFACE(
      5009,
      "@%s on %s has no effect, because it is an interface: put it on the class of the bean or on its"
          + " method"),
  ROLES_CONTRADICT(
      5010, "%s has more than one of @RolesAllowed, @PermitAll and @DenyAll; keep one of them"),
  PERMIT_ALL_AND_MORE(
      5011,
      "%s is open to everybody by @PermitAll and yet requires %s; remove one of them, or move the one"
          + " on the class to the methods"),
  ACR_INVALID(
      5012,
      "@RequiresAuthentication on %s: the acr '%s' is empty or has a space, a quote or a backslash; a"
          + " good value is urn:example:mfa"),
  MAX_AGE_INVALID(
      5013, "@RequiresAuthentication on %s: maxAge is %d; a good value is 300, in seconds"),
  ROLES_NOT_GUARDED(
      5014,
      "%s has @%s, and only an OperationNaming says that it is an operation, so the method would not be"
          + " guarded: add @RequiresScope({}) to it"),
  HIERARCHY_BEAN_CYCLE(
      5015,
      "the scope '%s' implies itself through '%s': take one of them out of the ScopeHierarchy bean or"
          + " of mcp.auth.scope-hierarchy"),
  HIERARCHY_ENDLESS(
      5016,
      "the scope '%s' implies more than %d others: a ScopeHierarchy bean has to come to an end"),
  SELF_INVOKED(
      5017,
      "%s calls the guarded method %s of its own object, past the interceptor, so that what it"
          + " requires would not be asked for: require it of the caller too, inject the bean into"
          + " itself, or move what both do to a method that is not guarded"),
  ON_ANNOTATION(
      5018,
      "@%s on the annotation %s has no effect on %s: put it on the class of the bean or on its method"
          + " itself"),

  // 5200: lists
  ANSWER_REFUSED(
      5201, "the server's answer to %s was refused with -32603, because it could not be read: %s"),

  // 6000: engine
  DECISION_FAILED(6001, "a request was refused because deciding about it failed"),
  ISSUER_UNREACHABLE(
      6002,
      "mcp.auth.authorization-servers: %s cannot be reached now (%s); requests get 503 until it"
          + " answers"),
  PROTECTED(6003, "protects %s (path %s), issuers %s, %d operation(s) with requirements"),
  VERIFIER_BEAN_MISSING(
      6004,
      "mcp.auth.verification: the tokens of %s are verified by beans of the application, and there is"
          + " none; add a CDI bean that implements org.mcpauth.spi.TokenVerifier"),
  CONTAINER_HAS_NO_MP_JWT(
      6005,
      "mcp.auth.verification=mp-jwt: this server has no MicroProfile JWT that could verify the tokens"
          + " of %s; a good value is jwt"),
  INTROSPECTION_ENDPOINT_MISSING(
      6006,
      "mcp.auth.introspection.endpoint is not set, and the metadata of %s names none: it has to be an"
          + " https URL, for example https://issuer.example.com/introspect"),
  SIGNING_KEY_INVALID(6007, "%s: the value for %s %s; a good value is file:/run/secrets/key.pem"),
  REQUIREMENTS(6008, "who may use what:%s"),
  OPERATION_OPEN(6009, "the %s '%s' is open to everybody, without a token"),
  ALL_OPEN(
      6010,
      "mcp.auth.default-policy=permit: every tool, prompt and resource that nothing is said about is"
          + " open to everybody, without a token"),

  // 6100: telemetry
  TELEMETRY_FAILED(
      6100, "metrics and trace attributes of decisions are off from now on, because one failed"),

  // 7000: cdi
  CLAIM_NAME_EMPTY(7101, "@TokenClaim on %s names no claim; a good value is email"),
  CLAIM_TYPE_UNKNOWN(
      7102,
      "@TokenClaim(\"%s\") on %s: a claim cannot be injected as %s; inject a String, Long, Boolean,"
          + " Instant, JsonValue, JsonString, JsonNumber, JsonArray, JsonObject, an Optional of one of"
          + " these, a Set<String> or a List<String>, or a Provider or an Instance of one of all"
          + " these"),
  CLAIM_OUTLIVES_REQUEST(
      7103,
      "@TokenClaim(\"%s\") on %s: a %s would show the claim of one caller to the next, because it is"
          + " not injected into a @RequestScoped bean; inject jakarta.inject.Provider<%s> and ask it"
          + " during each call"),
  NO_MECHANISM_IN_LITE(
      7104,
      "mcp.auth.container-login: CDI Lite has no authentication mechanisms; a good value is false"),
  NOT_A_BEAN(
      7105,
      "%s has annotations of this library and is not a CDI bean, so nothing would be enforced: give"
          + " it a scope, for example @ApplicationScoped, or take the annotations away"),
  TOKEN_PASSTHROUGH(
      7200,
      "a request to %s was not sent: it carries the token of the caller, which is for this resource"
          + " alone (MCP, Access Token Privilege Restriction); use OnBehalfOfFilter or TokenExchange"
          + " instead"),

  // 8000: bindings
  FILTER_NOT_INSTALLED(8001, "the servlet filter could not be registered: %s"),
  FILTER_ABSENT(
      8002,
      "the servlet filter was not installed, so nothing would be protected: the container did not"
          + " call the initializer of mcp-auth-jakarta. Either web.xml has <absolute-ordering>"
          + " without <others/>: add <others/> to it; or mcp-auth-jakarta is not in WEB-INF/lib:"
          + " put it there"),
  PATH_NOT_SERVED(
      8003,
      "mcp.auth.path: nothing in this application serves '%s', only %s, so nothing would be"
          + " protected; set mcp.auth.path to the path of the MCP endpoint on this server, for"
          + " example %s/mcp"),
  NO_JAKARTA_SECURITY(
      8004, "mcp.auth.container-login: this server has no Jakarta Security; a good value is false"),
  EVERYTHING_REFUSED(
      8006,
      "every request to this application is refused, because it cannot be protected as it is");

  private final int number;
  private final String text;

  Message(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /**
   * The number, unique and never used again.
   *
   * @return four digits
   */
  public int number() {
    return number;
  }

  /**
   * The message with its number and arguments.
   *
   * @param arguments what the text's placeholders stand for
   * @return {@code MCPAUTH-<number>: <text>}
   */
  public String with(Object... arguments) {
    return String.format(Locale.ROOT, "MCPAUTH-%04d: " + text, prepend(arguments));
  }

  private Object[] prepend(Object[] arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = number;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
