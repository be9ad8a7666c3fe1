// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@link McpAuthSettings} from a source and checks them. */
public final class SettingsReader {

  private static final String RESOURCE_EXAMPLE = "https://api.example.com/mcp";
  private static final String ISSUER_EXAMPLE = "https://issuer.example.com";
  private static final int MAX_SKEW = 600;
  private static final int DAY = 86_400;
  private static final Set<String> ALGORITHMS =
      Set.copyOf(SettingValues.split(ConfigurationKey.JWT_ALGORITHMS.defaultValue()));

  private final SettingValues values;
  private final SettingsSource source;

  private SettingsReader(SettingsSource source) {
    this.source = source;
    this.values = new SettingValues(source);
  }

  /**
   * Reads the settings.
   *
   * @param source where from
   * @return the settings, complete and checked
   * @throws ConfigurationException if anything is missing or wrong; it names every fault
   */
  public static McpAuthSettings read(SettingsSource source) {
    return new SettingsReader(source).read();
  }

  private McpAuthSettings read() {
    URI resource = resource();
    McpAuthSettings settings =
        new McpAuthSettings(
            resource,
            authorizationServers(),
            audiences(resource),
            values.scopes(ConfigurationKey.SCOPES),
            new ScopeHierarchyReader(values, source).read(),
            anonymous(),
            endpoint(resource),
            jwt(),
            fetch(),
            tokenCache(),
            limits());
    if (!values.problems().isEmpty()) {
      throw ConfigurationException.of(values.problems());
    }
    return settings;
  }

  private URI resource() {
    boolean allowHttp = values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_RESOURCE);
    Optional<String> value = values.text(ConfigurationKey.RESOURCE);
    if (value.isEmpty()) {
      values.missing(
          ConfigurationKey.RESOURCE,
          "the URL under which clients reach the MCP endpoint",
          ConfigurationKey.RESOURCE.name() + "=" + RESOURCE_EXAMPLE);
    }
    return value
        .flatMap(v -> values.url(ConfigurationKey.RESOURCE, v, RESOURCE_EXAMPLE, allowHttp))
        .orElse(URI.create(RESOURCE_EXAMPLE));
  }

  private List<String> authorizationServers() {
    boolean allowHttp = values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_ISSUER);
    List<String> issuers = values.list(ConfigurationKey.AUTHORIZATION_SERVERS);
    if (issuers.isEmpty()) {
      values.missing(
          ConfigurationKey.AUTHORIZATION_SERVERS,
          "the issuer identifier of the authorization server",
          ConfigurationKey.AUTHORIZATION_SERVERS.name() + "=" + ISSUER_EXAMPLE);
    }
    for (String issuer : issuers) {
      values.url(ConfigurationKey.AUTHORIZATION_SERVERS, issuer, ISSUER_EXAMPLE, allowHttp);
    }
    return List.copyOf(new LinkedHashSet<>(issuers));
  }

  private Set<String> audiences(URI resource) {
    List<String> audiences = values.list(ConfigurationKey.AUDIENCES);
    return audiences.isEmpty() ? Set.of(resource.toString()) : Set.copyOf(audiences);
  }

  /** A template would open whatever it can be read to match, so resources are opened one by one. */
  private McpAuthSettings.Anonymous anonymous() {
    values.list(ConfigurationKey.ANONYMOUS_RESOURCES).stream()
        .filter(uri -> uri.contains("{"))
        .forEach(
            uri ->
                values.invalid(
                    ConfigurationKey.ANONYMOUS_RESOURCES,
                    uri,
                    "is a URI template, not the URI of one resource",
                    "notes://about"));
    return new McpAuthSettings.Anonymous(
        set(ConfigurationKey.ANONYMOUS_TOOLS),
        set(ConfigurationKey.ANONYMOUS_PROMPTS),
        set(ConfigurationKey.ANONYMOUS_RESOURCES),
        set(ConfigurationKey.ANONYMOUS_METHODS));
  }

  private Set<String> set(ConfigurationKey key) {
    return Set.copyOf(values.list(key));
  }

  private McpAuthSettings.Endpoint endpoint(URI resource) {
    Optional<URI> metadataUrl =
        values
            .text(ConfigurationKey.RESOURCE_METADATA_URL)
            .flatMap(
                value ->
                    values.url(
                        ConfigurationKey.RESOURCE_METADATA_URL,
                        value,
                        "https://api.example.com/.well-known/oauth-protected-resource/mcp",
                        values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_RESOURCE)));
    AllowListReader allowLists = new AllowListReader(values);
    return new McpAuthSettings.Endpoint(
        path(resource),
        metadataUrl.orElse(null),
        values.seconds(ConfigurationKey.METADATA_MAX_AGE, 0, DAY),
        allowLists.origins(resource),
        allowLists.hosts(resource));
  }

  private String path(URI resource) {
    Optional<String> configured = values.text(ConfigurationKey.PATH);
    configured.ifPresent(text -> values.requirePath(ConfigurationKey.PATH, text, "/mcp"));
    String path = configured.orElse(resource.getPath());
    if (configured.isEmpty()) {
      values.requirePath(ConfigurationKey.RESOURCE, path, RESOURCE_EXAMPLE);
    }
    String stripped = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return stripped.isEmpty() ? "/" : stripped;
  }

  private McpAuthSettings.Jwt jwt() {
    Set<String> algorithms = set(ConfigurationKey.JWT_ALGORITHMS);
    if (algorithms.isEmpty()) {
      values.invalid(
          ConfigurationKey.JWT_ALGORITHMS, "", "names no algorithm at all", "RS256,ES256");
    }
    for (String algorithm : algorithms) {
      if (!ALGORITHMS.contains(algorithm)) {
        values.invalid(
            ConfigurationKey.JWT_ALGORITHMS,
            algorithm,
            "is not an asymmetric signature algorithm",
            "RS256,ES256");
      }
    }
    return new McpAuthSettings.Jwt(
        values.choice(ConfigurationKey.JWT_TYPE, "strict", List.of("strict", "lenient")),
        algorithms,
        values.seconds(ConfigurationKey.JWT_CLOCK_SKEW, 0, MAX_SKEW));
  }

  private McpAuthSettings.Fetch fetch() {
    return new McpAuthSettings.Fetch(
        values.seconds(ConfigurationKey.JWKS_TTL, 1, DAY),
        Duration.ofSeconds(DAY),
        Duration.ofSeconds(60),
        values.seconds(ConfigurationKey.JWKS_COOL_DOWN, 1, DAY),
        values.seconds(ConfigurationKey.JWKS_STALE_IF_ERROR, 0, DAY),
        values.seconds(ConfigurationKey.HTTP_CONNECT_TIMEOUT, 1, 60),
        values.seconds(ConfigurationKey.HTTP_READ_TIMEOUT, 1, 60),
        values.integer(ConfigurationKey.HTTP_MAX_RESPONSE_SIZE, 1024, 16 << 20),
        false,
        Set.of(),
        values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_ISSUER));
  }

  private McpAuthSettings.TokenCache tokenCache() {
    return new McpAuthSettings.TokenCache(
        values.integer(ConfigurationKey.TOKEN_CACHE_SIZE, 0, 10_000_000),
        values.seconds(ConfigurationKey.TOKEN_CACHE_TTL, 1, DAY));
  }

  private McpAuthSettings.Limits limits() {
    return new McpAuthSettings.Limits(
        values.integer(ConfigurationKey.LIMITS_TOKEN_SIZE, 256, 1 << 20),
        values.integer(ConfigurationKey.LIMITS_MESSAGE_SIZE, 1024, 1 << 30),
        values.integer(ConfigurationKey.LIMITS_MESSAGE_DEPTH, 4, 1000));
  }
}
