// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.List;
import org.mcpauth.McpAuthConfigNames;

/**
 * A configuration key with its default, in the notation of a config source.
 *
 * @param name the key, one of {@link McpAuthConfigNames}
 * @param defaultValue the value that applies where none is set; empty if there is none, or if it is
 *     derived from other keys
 */
public record ConfigurationKey(String name, String defaultValue) {

  static final ConfigurationKey RESOURCE = required(McpAuthConfigNames.RESOURCE);
  static final ConfigurationKey AUTHORIZATION_SERVERS =
      required(McpAuthConfigNames.AUTHORIZATION_SERVERS);
  static final ConfigurationKey AUDIENCES = derived(McpAuthConfigNames.AUDIENCES);
  static final ConfigurationKey SCOPES = derived(McpAuthConfigNames.SCOPES);
  static final ConfigurationKey SCOPE_HIERARCHY = derived(McpAuthConfigNames.SCOPE_HIERARCHY);
  static final ConfigurationKey ANONYMOUS_TOOLS = derived(McpAuthConfigNames.ANONYMOUS_TOOLS);
  static final ConfigurationKey ANONYMOUS_PROMPTS = derived(McpAuthConfigNames.ANONYMOUS_PROMPTS);
  static final ConfigurationKey ANONYMOUS_RESOURCES =
      derived(McpAuthConfigNames.ANONYMOUS_RESOURCES);
  static final ConfigurationKey ANONYMOUS_METHODS = derived(McpAuthConfigNames.ANONYMOUS_METHODS);
  static final ConfigurationKey PATH = derived(McpAuthConfigNames.PATH);
  static final ConfigurationKey RESOURCE_METADATA_URL =
      derived(McpAuthConfigNames.RESOURCE_METADATA_URL);
  static final ConfigurationKey METADATA_MAX_AGE =
      new ConfigurationKey(McpAuthConfigNames.METADATA_MAX_AGE, "3600");
  static final ConfigurationKey ALLOWED_ORIGINS = derived(McpAuthConfigNames.ALLOWED_ORIGINS);
  static final ConfigurationKey ALLOWED_HOSTS = derived(McpAuthConfigNames.ALLOWED_HOSTS);
  static final ConfigurationKey JWT_TYPE =
      new ConfigurationKey(McpAuthConfigNames.JWT_TYPE, "strict");
  static final ConfigurationKey JWT_ALGORITHMS =
      new ConfigurationKey(
          McpAuthConfigNames.JWT_ALGORITHMS,
          "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA");
  static final ConfigurationKey JWT_CLOCK_SKEW =
      new ConfigurationKey(McpAuthConfigNames.JWT_CLOCK_SKEW, "60");
  static final ConfigurationKey JWKS_TTL = new ConfigurationKey(McpAuthConfigNames.JWKS_TTL, "600");
  static final ConfigurationKey JWKS_COOL_DOWN =
      new ConfigurationKey(McpAuthConfigNames.JWKS_COOL_DOWN, "10");
  static final ConfigurationKey JWKS_STALE_IF_ERROR =
      new ConfigurationKey(McpAuthConfigNames.JWKS_STALE_IF_ERROR, "3600");
  static final ConfigurationKey HTTP_CONNECT_TIMEOUT =
      new ConfigurationKey(McpAuthConfigNames.HTTP_CONNECT_TIMEOUT, "5");
  static final ConfigurationKey HTTP_READ_TIMEOUT =
      new ConfigurationKey(McpAuthConfigNames.HTTP_READ_TIMEOUT, "5");
  static final ConfigurationKey HTTP_MAX_RESPONSE_SIZE =
      new ConfigurationKey(McpAuthConfigNames.HTTP_MAX_RESPONSE_SIZE, "1048576");
  static final ConfigurationKey TOKEN_CACHE_SIZE =
      new ConfigurationKey(McpAuthConfigNames.TOKEN_CACHE_SIZE, "10000");
  static final ConfigurationKey TOKEN_CACHE_TTL =
      new ConfigurationKey(McpAuthConfigNames.TOKEN_CACHE_TTL, "300");
  static final ConfigurationKey LIMITS_TOKEN_SIZE =
      new ConfigurationKey(McpAuthConfigNames.LIMITS_TOKEN_SIZE, "16384");
  static final ConfigurationKey LIMITS_MESSAGE_SIZE =
      new ConfigurationKey(McpAuthConfigNames.LIMITS_MESSAGE_SIZE, "4194304");
  static final ConfigurationKey LIMITS_MESSAGE_DEPTH =
      new ConfigurationKey(McpAuthConfigNames.LIMITS_MESSAGE_DEPTH, "64");
  static final ConfigurationKey INSECURE_ALLOW_HTTP_RESOURCE =
      new ConfigurationKey(McpAuthConfigNames.INSECURE_ALLOW_HTTP_RESOURCE, "false");
  static final ConfigurationKey INSECURE_ALLOW_HTTP_ISSUER =
      new ConfigurationKey(McpAuthConfigNames.INSECURE_ALLOW_HTTP_ISSUER, "false");

  /** Every key, in the order of the documentation. */
  public static final List<ConfigurationKey> ALL =
      List.of(
          RESOURCE,
          AUTHORIZATION_SERVERS,
          AUDIENCES,
          SCOPES,
          SCOPE_HIERARCHY,
          ANONYMOUS_TOOLS,
          ANONYMOUS_PROMPTS,
          ANONYMOUS_RESOURCES,
          ANONYMOUS_METHODS,
          PATH,
          RESOURCE_METADATA_URL,
          METADATA_MAX_AGE,
          ALLOWED_ORIGINS,
          ALLOWED_HOSTS,
          JWT_TYPE,
          JWT_ALGORITHMS,
          JWT_CLOCK_SKEW,
          JWKS_TTL,
          JWKS_COOL_DOWN,
          JWKS_STALE_IF_ERROR,
          HTTP_CONNECT_TIMEOUT,
          HTTP_READ_TIMEOUT,
          HTTP_MAX_RESPONSE_SIZE,
          TOKEN_CACHE_SIZE,
          TOKEN_CACHE_TTL,
          LIMITS_TOKEN_SIZE,
          LIMITS_MESSAGE_SIZE,
          LIMITS_MESSAGE_DEPTH,
          INSECURE_ALLOW_HTTP_RESOURCE,
          INSECURE_ALLOW_HTTP_ISSUER);

  private static ConfigurationKey required(String name) {
    return new ConfigurationKey(name, "");
  }

  private static ConfigurationKey derived(String name) {
    return new ConfigurationKey(name, "");
  }
}
