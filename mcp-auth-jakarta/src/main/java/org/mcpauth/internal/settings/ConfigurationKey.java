// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.List;
import org.mcpauth.McpAuthConfigNames;

/**
 * A configuration key with its default, in the notation of a config source.
 *
 * @param name the key, one of {@link McpAuthConfigNames}
 * @param defaultValue the value that applies where none is set; empty if there is none
 * @param absence what it means that there is no default
 * @param level for what it can be written on its own
 * @param aliases keys of MicroProfile JWT that count where this one is absent
 */
public record ConfigurationKey(
    String name, String defaultValue, Absence absence, Level level, List<String> aliases) {

  /** What it means that a key has no default. */
  public enum Absence {
    /** The deployment stops without a value. */
    REQUIRED,
    /** The value follows from other keys. */
    DERIVED,
    /** Nothing is set. */
    NONE
  }

  /** For what a key can be written on its own; for everything that it counts for in any case. */
  public enum Level {
    /** For the whole application only. */
    APPLICATION,
    /** For one resource: {@code mcp.auth.resources.<name>.…}. */
    RESOURCE,
    /** For one issuer, {@code mcp.auth.issuers.<name>.…}, or one resource. */
    ISSUER
  }

  /** What every key begins with. */
  public static final String PREFIX = "mcp.auth.";

  static final ConfigurationKey RESOURCE =
      absent(McpAuthConfigNames.RESOURCE, Absence.REQUIRED, Level.RESOURCE);
  static final ConfigurationKey AUTHORIZATION_SERVERS =
      absent(
          McpAuthConfigNames.AUTHORIZATION_SERVERS,
          Absence.REQUIRED,
          Level.RESOURCE,
          "mp.jwt.verify.issuer");
  static final ConfigurationKey PROVIDER =
      absent(McpAuthConfigNames.PROVIDER, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey ISSUERS =
      absent(McpAuthConfigNames.ISSUERS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey RESOURCES =
      absent(McpAuthConfigNames.RESOURCES, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey AUDIENCES =
      absent(
          McpAuthConfigNames.AUDIENCES, Absence.DERIVED, Level.ISSUER, "mp.jwt.verify.audiences");
  static final ConfigurationKey SCOPES =
      absent(McpAuthConfigNames.SCOPES, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey SCOPE_PREFIX =
      absent(McpAuthConfigNames.SCOPE_PREFIX, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey SCOPE_HIERARCHY =
      absent(McpAuthConfigNames.SCOPE_HIERARCHY, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey ANONYMOUS_TOOLS =
      absent(McpAuthConfigNames.ANONYMOUS_TOOLS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey ANONYMOUS_PROMPTS =
      absent(McpAuthConfigNames.ANONYMOUS_PROMPTS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey ANONYMOUS_RESOURCES =
      absent(McpAuthConfigNames.ANONYMOUS_RESOURCES, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey ANONYMOUS_METHODS =
      absent(McpAuthConfigNames.ANONYMOUS_METHODS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey TOOLS =
      absent(McpAuthConfigNames.TOOLS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey PROMPTS =
      absent(McpAuthConfigNames.PROMPTS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey METHODS =
      absent(McpAuthConfigNames.METHODS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey DEFAULT_POLICY =
      of(McpAuthConfigNames.DEFAULT_POLICY, "authenticated", Level.APPLICATION);
  static final ConfigurationKey CHALLENGE_SCOPES =
      of(McpAuthConfigNames.CHALLENGE_SCOPES, "auto", Level.APPLICATION);
  static final ConfigurationKey INSUFFICIENT_SCOPE =
      of(McpAuthConfigNames.INSUFFICIENT_SCOPE, "challenge", Level.APPLICATION);
  static final ConfigurationKey TOOL_ERROR_CLIENTS =
      absent(McpAuthConfigNames.TOOL_ERROR_CLIENTS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey CONTAINER_LOGIN =
      of(McpAuthConfigNames.CONTAINER_LOGIN, "false", Level.APPLICATION);
  static final ConfigurationKey SESSION_KEY =
      absent(McpAuthConfigNames.SESSION_KEY, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey LISTS = of(McpAuthConfigNames.LISTS, "all", Level.APPLICATION);
  static final ConfigurationKey LISTS_REQUIREMENTS =
      of(McpAuthConfigNames.LISTS_REQUIREMENTS, "false", Level.APPLICATION);
  static final ConfigurationKey PATH =
      absent(McpAuthConfigNames.PATH, Absence.DERIVED, Level.RESOURCE);
  static final ConfigurationKey RESOURCE_METADATA_URL =
      absent(McpAuthConfigNames.RESOURCE_METADATA_URL, Absence.DERIVED, Level.RESOURCE);
  static final ConfigurationKey ALLOWED_ORIGINS =
      absent(McpAuthConfigNames.ALLOWED_ORIGINS, Absence.DERIVED, Level.RESOURCE);
  static final ConfigurationKey ALLOWED_HOSTS =
      absent(McpAuthConfigNames.ALLOWED_HOSTS, Absence.DERIVED, Level.RESOURCE);
  static final ConfigurationKey METADATA_MAX_AGE =
      of(McpAuthConfigNames.METADATA_MAX_AGE, "3600", Level.RESOURCE);
  static final ConfigurationKey METADATA_SCOPES_SUPPORTED =
      of(McpAuthConfigNames.METADATA_SCOPES_SUPPORTED, "baseline", Level.RESOURCE);
  static final ConfigurationKey METADATA_RESOURCE_NAME =
      absent(McpAuthConfigNames.METADATA_RESOURCE_NAME, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_RESOURCE_DOCUMENTATION =
      absent(McpAuthConfigNames.METADATA_RESOURCE_DOCUMENTATION, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_RESOURCE_POLICY_URI =
      absent(McpAuthConfigNames.METADATA_RESOURCE_POLICY_URI, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_RESOURCE_TOS_URI =
      absent(McpAuthConfigNames.METADATA_RESOURCE_TOS_URI, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_JWKS_URI =
      absent(McpAuthConfigNames.METADATA_JWKS_URI, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_SIGNING_ALGORITHMS =
      absent(McpAuthConfigNames.METADATA_SIGNING_ALGORITHMS, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_AUTHORIZATION_DETAILS =
      absent(McpAuthConfigNames.METADATA_AUTHORIZATION_DETAILS, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey METADATA_SIGNING_KEY =
      absent(McpAuthConfigNames.METADATA_SIGNING_KEY, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey LEGACY_AS_METADATA =
      of(McpAuthConfigNames.LEGACY_AS_METADATA, "false", Level.APPLICATION);
  static final ConfigurationKey VERIFICATION =
      of(McpAuthConfigNames.VERIFICATION, "jwt", Level.ISSUER);
  static final ConfigurationKey CLAIMS_SCOPES =
      of(McpAuthConfigNames.CLAIMS_SCOPES, "scope,scp,scopes", Level.ISSUER);
  static final ConfigurationKey CLAIMS_ROLES =
      of(McpAuthConfigNames.CLAIMS_ROLES, "groups,roles", Level.ISSUER);
  static final ConfigurationKey CLAIMS_AUDIENCE =
      of(McpAuthConfigNames.CLAIMS_AUDIENCE, "aud", Level.ISSUER);
  static final ConfigurationKey CLAIMS_SUBJECT =
      of(McpAuthConfigNames.CLAIMS_SUBJECT, "sub", Level.ISSUER);
  static final ConfigurationKey CLAIMS_CLIENT_ID =
      of(McpAuthConfigNames.CLAIMS_CLIENT_ID, "client_id,azp", Level.ISSUER);
  static final ConfigurationKey JWT_TYPE = of(McpAuthConfigNames.JWT_TYPE, "strict", Level.ISSUER);
  static final ConfigurationKey JWT_ALGORITHMS =
      of(
          McpAuthConfigNames.JWT_ALGORITHMS,
          "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA",
          Level.ISSUER,
          "mp.jwt.verify.publickey.algorithm");
  static final ConfigurationKey JWT_CLOCK_SKEW =
      of(McpAuthConfigNames.JWT_CLOCK_SKEW, "60", Level.ISSUER, "mp.jwt.verify.clock.skew");
  static final ConfigurationKey JWT_MAX_AGE =
      of(McpAuthConfigNames.JWT_MAX_AGE, "0", Level.ISSUER, "mp.jwt.verify.token.age");
  static final ConfigurationKey JWT_JWKS_URI =
      absent(McpAuthConfigNames.JWT_JWKS_URI, Absence.DERIVED, Level.ISSUER);
  static final ConfigurationKey JWT_KEYS =
      absent(
          McpAuthConfigNames.JWT_KEYS,
          Absence.NONE,
          Level.ISSUER,
          "mp.jwt.verify.publickey",
          "mp.jwt.verify.publickey.location");
  static final ConfigurationKey JWT_SECRET =
      absent(McpAuthConfigNames.JWT_SECRET, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey JWT_DECRYPTION_KEY =
      absent(
          McpAuthConfigNames.JWT_DECRYPTION_KEY,
          Absence.NONE,
          Level.ISSUER,
          "mp.jwt.decrypt.key.location");
  static final ConfigurationKey JWKS_TTL =
      of(McpAuthConfigNames.JWKS_TTL, "600", Level.APPLICATION);
  static final ConfigurationKey JWKS_MAX_TTL =
      of(McpAuthConfigNames.JWKS_MAX_TTL, "86400", Level.APPLICATION);
  static final ConfigurationKey JWKS_REFRESH_AHEAD =
      of(McpAuthConfigNames.JWKS_REFRESH_AHEAD, "60", Level.APPLICATION);
  static final ConfigurationKey JWKS_COOL_DOWN =
      of(McpAuthConfigNames.JWKS_COOL_DOWN, "10", Level.APPLICATION);
  static final ConfigurationKey JWKS_STALE_IF_ERROR =
      of(McpAuthConfigNames.JWKS_STALE_IF_ERROR, "3600", Level.APPLICATION);
  static final ConfigurationKey CLIENT_ID =
      absent(McpAuthConfigNames.CLIENT_ID, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey CLIENT_SECRET =
      absent(McpAuthConfigNames.CLIENT_SECRET, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey CLIENT_PRIVATE_KEY =
      absent(McpAuthConfigNames.CLIENT_PRIVATE_KEY, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey CLIENT_TOKEN =
      absent(McpAuthConfigNames.CLIENT_TOKEN, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey CLIENT_AUTHENTICATION =
      absent(McpAuthConfigNames.CLIENT_AUTHENTICATION, Absence.DERIVED, Level.ISSUER);
  static final ConfigurationKey INTROSPECTION_ENDPOINT =
      absent(McpAuthConfigNames.INTROSPECTION_ENDPOINT, Absence.DERIVED, Level.ISSUER);
  static final ConfigurationKey INTROSPECTION_SIGNED_RESPONSE =
      of(McpAuthConfigNames.INTROSPECTION_SIGNED_RESPONSE, "false", Level.ISSUER);
  static final ConfigurationKey INTROSPECTION_TTL =
      of(McpAuthConfigNames.INTROSPECTION_TTL, "60", Level.ISSUER);
  static final ConfigurationKey INTROSPECTION_NEGATIVE_TTL =
      of(McpAuthConfigNames.INTROSPECTION_NEGATIVE_TTL, "5", Level.ISSUER);
  static final ConfigurationKey VALIDATION_ENDPOINT_URI =
      absent(McpAuthConfigNames.VALIDATION_ENDPOINT_URI, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey VALIDATION_ENDPOINT_TOKEN_IN =
      of(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_IN, "header", Level.ISSUER);
  static final ConfigurationKey VALIDATION_ENDPOINT_TOKEN_PARAMETER =
      of(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_PARAMETER, "token", Level.ISSUER);
  static final ConfigurationKey VALIDATION_ENDPOINT_CLAIMS =
      absent(McpAuthConfigNames.VALIDATION_ENDPOINT_CLAIMS, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey TOKEN_EXCHANGE_ENDPOINT =
      absent(McpAuthConfigNames.TOKEN_EXCHANGE_ENDPOINT, Absence.DERIVED, Level.ISSUER);
  static final ConfigurationKey TOKEN_EXCHANGE_ACTOR_TOKEN =
      absent(McpAuthConfigNames.TOKEN_EXCHANGE_ACTOR_TOKEN, Absence.NONE, Level.ISSUER);
  static final ConfigurationKey TOKEN_EXCHANGE_ACTOR_TOKEN_TYPE =
      of(
          McpAuthConfigNames.TOKEN_EXCHANGE_ACTOR_TOKEN_TYPE,
          "urn:ietf:params:oauth:token-type:access_token",
          Level.ISSUER);
  static final ConfigurationKey TOKEN_EXCHANGE_CACHE_SIZE =
      of(McpAuthConfigNames.TOKEN_EXCHANGE_CACHE_SIZE, "10000", Level.APPLICATION);
  static final ConfigurationKey TOKEN_EXCHANGE_MAX_TTL =
      of(McpAuthConfigNames.TOKEN_EXCHANGE_MAX_TTL, "300", Level.APPLICATION);
  static final ConfigurationKey TOKEN_EXCHANGE_TARGETS =
      absent(McpAuthConfigNames.TOKEN_EXCHANGE_TARGETS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey DPOP = of(McpAuthConfigNames.DPOP, "off", Level.RESOURCE);
  static final ConfigurationKey DPOP_ALGORITHMS =
      of(
          McpAuthConfigNames.DPOP_ALGORITHMS,
          "ES256,ES384,ES512,EdDSA,PS256,PS384,PS512,RS256,RS384,RS512",
          Level.RESOURCE);
  static final ConfigurationKey DPOP_MAX_AGE =
      of(McpAuthConfigNames.DPOP_MAX_AGE, "300", Level.RESOURCE);
  static final ConfigurationKey DPOP_REPLAY_CACHE_SIZE =
      of(McpAuthConfigNames.DPOP_REPLAY_CACHE_SIZE, "100000", Level.RESOURCE);
  static final ConfigurationKey DPOP_NONCE =
      of(McpAuthConfigNames.DPOP_NONCE, "false", Level.RESOURCE);
  static final ConfigurationKey DPOP_NONCE_TTL =
      of(McpAuthConfigNames.DPOP_NONCE_TTL, "300", Level.RESOURCE);
  static final ConfigurationKey MTLS = of(McpAuthConfigNames.MTLS, "off", Level.RESOURCE);
  static final ConfigurationKey MTLS_CERTIFICATE_HEADER =
      absent(McpAuthConfigNames.MTLS_CERTIFICATE_HEADER, Absence.NONE, Level.RESOURCE);
  static final ConfigurationKey HTTP_CONNECT_TIMEOUT =
      of(McpAuthConfigNames.HTTP_CONNECT_TIMEOUT, "5", Level.APPLICATION);
  static final ConfigurationKey HTTP_READ_TIMEOUT =
      of(McpAuthConfigNames.HTTP_READ_TIMEOUT, "5", Level.APPLICATION);
  static final ConfigurationKey HTTP_MAX_RESPONSE_SIZE =
      of(McpAuthConfigNames.HTTP_MAX_RESPONSE_SIZE, "1048576", Level.APPLICATION);
  static final ConfigurationKey HTTP_FOLLOW_REDIRECTS =
      of(McpAuthConfigNames.HTTP_FOLLOW_REDIRECTS, "false", Level.APPLICATION);
  static final ConfigurationKey HTTP_PRIVATE_HOSTS =
      absent(McpAuthConfigNames.HTTP_PRIVATE_HOSTS, Absence.NONE, Level.APPLICATION);
  static final ConfigurationKey TOKEN_CACHE_SIZE =
      of(McpAuthConfigNames.TOKEN_CACHE_SIZE, "10000", Level.APPLICATION);
  static final ConfigurationKey TOKEN_CACHE_TTL =
      of(McpAuthConfigNames.TOKEN_CACHE_TTL, "300", Level.APPLICATION);
  static final ConfigurationKey USERINFO_CACHE_TTL =
      of(McpAuthConfigNames.USERINFO_CACHE_TTL, "300", Level.APPLICATION);
  static final ConfigurationKey LIMITS_TOKEN_SIZE =
      of(McpAuthConfigNames.LIMITS_TOKEN_SIZE, "16384", Level.APPLICATION);
  static final ConfigurationKey LIMITS_MESSAGE_SIZE =
      of(McpAuthConfigNames.LIMITS_MESSAGE_SIZE, "4194304", Level.APPLICATION);
  static final ConfigurationKey LIMITS_MESSAGE_DEPTH =
      of(McpAuthConfigNames.LIMITS_MESSAGE_DEPTH, "64", Level.APPLICATION);
  static final ConfigurationKey LIMITS_LIST_SIZE =
      of(McpAuthConfigNames.LIMITS_LIST_SIZE, "4194304", Level.APPLICATION);
  static final ConfigurationKey AUDIT = of(McpAuthConfigNames.AUDIT, "denied", Level.APPLICATION);
  static final ConfigurationKey AUDIT_SUBJECT =
      of(McpAuthConfigNames.AUDIT_SUBJECT, "hashed", Level.APPLICATION);
  static final ConfigurationKey HEALTH = of(McpAuthConfigNames.HEALTH, "true", Level.APPLICATION);
  static final ConfigurationKey INSECURE_ALLOW_HTTP_RESOURCE =
      of(McpAuthConfigNames.INSECURE_ALLOW_HTTP_RESOURCE, "false", Level.APPLICATION);
  static final ConfigurationKey INSECURE_ALLOW_HTTP_ISSUER =
      of(McpAuthConfigNames.INSECURE_ALLOW_HTTP_ISSUER, "false", Level.APPLICATION);
  static final ConfigurationKey INSECURE_UNBOUND_SESSIONS =
      of(McpAuthConfigNames.INSECURE_UNBOUND_SESSIONS, "false", Level.APPLICATION);

  /** Every key, in the order of the documentation. */
  public static final List<ConfigurationKey> ALL =
      List.of(
          RESOURCE,
          AUTHORIZATION_SERVERS,
          PROVIDER,
          ISSUERS,
          RESOURCES,
          AUDIENCES,
          SCOPES,
          SCOPE_PREFIX,
          SCOPE_HIERARCHY,
          ANONYMOUS_TOOLS,
          ANONYMOUS_PROMPTS,
          ANONYMOUS_RESOURCES,
          ANONYMOUS_METHODS,
          TOOLS,
          PROMPTS,
          METHODS,
          DEFAULT_POLICY,
          CHALLENGE_SCOPES,
          INSUFFICIENT_SCOPE,
          TOOL_ERROR_CLIENTS,
          CONTAINER_LOGIN,
          SESSION_KEY,
          LISTS,
          LISTS_REQUIREMENTS,
          PATH,
          RESOURCE_METADATA_URL,
          ALLOWED_ORIGINS,
          ALLOWED_HOSTS,
          METADATA_MAX_AGE,
          METADATA_SCOPES_SUPPORTED,
          METADATA_RESOURCE_NAME,
          METADATA_RESOURCE_DOCUMENTATION,
          METADATA_RESOURCE_POLICY_URI,
          METADATA_RESOURCE_TOS_URI,
          METADATA_JWKS_URI,
          METADATA_SIGNING_ALGORITHMS,
          METADATA_AUTHORIZATION_DETAILS,
          METADATA_SIGNING_KEY,
          LEGACY_AS_METADATA,
          VERIFICATION,
          CLAIMS_SCOPES,
          CLAIMS_ROLES,
          CLAIMS_AUDIENCE,
          CLAIMS_SUBJECT,
          CLAIMS_CLIENT_ID,
          JWT_TYPE,
          JWT_ALGORITHMS,
          JWT_CLOCK_SKEW,
          JWT_MAX_AGE,
          JWT_JWKS_URI,
          JWT_KEYS,
          JWT_SECRET,
          JWT_DECRYPTION_KEY,
          JWKS_TTL,
          JWKS_MAX_TTL,
          JWKS_REFRESH_AHEAD,
          JWKS_COOL_DOWN,
          JWKS_STALE_IF_ERROR,
          CLIENT_ID,
          CLIENT_SECRET,
          CLIENT_PRIVATE_KEY,
          CLIENT_TOKEN,
          CLIENT_AUTHENTICATION,
          INTROSPECTION_ENDPOINT,
          INTROSPECTION_SIGNED_RESPONSE,
          INTROSPECTION_TTL,
          INTROSPECTION_NEGATIVE_TTL,
          VALIDATION_ENDPOINT_URI,
          VALIDATION_ENDPOINT_TOKEN_IN,
          VALIDATION_ENDPOINT_TOKEN_PARAMETER,
          VALIDATION_ENDPOINT_CLAIMS,
          TOKEN_EXCHANGE_ENDPOINT,
          TOKEN_EXCHANGE_ACTOR_TOKEN,
          TOKEN_EXCHANGE_ACTOR_TOKEN_TYPE,
          TOKEN_EXCHANGE_CACHE_SIZE,
          TOKEN_EXCHANGE_MAX_TTL,
          TOKEN_EXCHANGE_TARGETS,
          DPOP,
          DPOP_ALGORITHMS,
          DPOP_MAX_AGE,
          DPOP_REPLAY_CACHE_SIZE,
          DPOP_NONCE,
          DPOP_NONCE_TTL,
          MTLS,
          MTLS_CERTIFICATE_HEADER,
          HTTP_CONNECT_TIMEOUT,
          HTTP_READ_TIMEOUT,
          HTTP_MAX_RESPONSE_SIZE,
          HTTP_FOLLOW_REDIRECTS,
          HTTP_PRIVATE_HOSTS,
          TOKEN_CACHE_SIZE,
          TOKEN_CACHE_TTL,
          USERINFO_CACHE_TTL,
          LIMITS_TOKEN_SIZE,
          LIMITS_MESSAGE_SIZE,
          LIMITS_MESSAGE_DEPTH,
          LIMITS_LIST_SIZE,
          AUDIT,
          AUDIT_SUBJECT,
          HEALTH,
          INSECURE_ALLOW_HTTP_RESOURCE,
          INSECURE_ALLOW_HTTP_ISSUER,
          INSECURE_UNBOUND_SESSIONS);

  /** One of many keys with the same beginning, which is what is documented. */
  static ConfigurationKey ofOne(String name) {
    return of(name, "", Level.APPLICATION);
  }

  private static ConfigurationKey of(
      String name, String defaultValue, Level level, String... aliases) {
    return new ConfigurationKey(name, defaultValue, Absence.NONE, level, List.of(aliases));
  }

  private static ConfigurationKey absent(
      String name, Absence absence, Level level, String... aliases) {
    return new ConfigurationKey(name, "", absence, level, List.of(aliases));
  }

  /**
   * The key behind what every key begins with.
   *
   * @return {@code jwt.type} of {@code mcp.auth.jwt.type}
   */
  String suffix() {
    return name.substring(PREFIX.length());
  }
}
