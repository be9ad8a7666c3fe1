// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/** Reads one protected resource of the application. */
final class ResourceReader {

  private static final String RESOURCE_EXAMPLE = "https://api.example.com/mcp";
  private static final String ISSUER_EXAMPLE = "https://issuer.example.com";

  private static final Map<String, SenderConstraint> CONSTRAINTS =
      Map.of(
          "off", SenderConstraint.OFF,
          "supported", SenderConstraint.SUPPORTED,
          "required", SenderConstraint.REQUIRED);

  private final SettingValues values;
  private final SettingsSource source;
  private final SettingUrls resourceUrls;
  private final SettingUrls issuerUrls;

  ResourceReader(SettingValues values, SettingsSource source) {
    this.values = values;
    this.source = source;
    this.resourceUrls =
        new SettingUrls(values, values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_RESOURCE));
    this.issuerUrls =
        new SettingUrls(values, values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_ISSUER));
  }

  /** The resource, and for each of its issuers the settings with which that was read. */
  ResourceSettings read(Set<String> issuerNames) {
    URI resource = resource();
    return new ResourceSettings(
        resource,
        issuers(resource, issuerNames),
        values.scopes(ConfigurationKey.SCOPES),
        scopePrefix(),
        endpoint(resource),
        new ResourceMetadataReader(values, source).read(),
        dpop(),
        mtls());
  }

  private URI resource() {
    if (values.text(ConfigurationKey.RESOURCE).isEmpty()) {
      values.missing(
          ConfigurationKey.RESOURCE,
          "the URL under which clients reach the MCP endpoint",
          RESOURCE_EXAMPLE);
    }
    return resourceUrls
        .url(ConfigurationKey.RESOURCE, RESOURCE_EXAMPLE)
        .orElse(URI.create(RESOURCE_EXAMPLE));
  }

  private List<IssuerSettings> issuers(URI resource, Set<String> issuerNames) {
    Map<String, SettingValues> issuers = new LinkedHashMap<>();
    Map<String, String> named = named(issuerNames);
    List<String> configured = values.list(ConfigurationKey.AUTHORIZATION_SERVERS);
    if (configured.isEmpty()) {
      named.forEach((name, issuer) -> issuers.put(issuer, values.ofIssuer(name)));
    }
    for (String server : configured) {
      String issuer = NamedKeys.isName(server) ? identified(server) : server;
      issuerUrls.url(ConfigurationKey.AUTHORIZATION_SERVERS, issuer, ISSUER_EXAMPLE);
      issuers.put(
          issuer,
          named.entrySet().stream()
              .filter(entry -> entry.getValue().equals(issuer))
              .findFirst()
              .map(entry -> values.ofIssuer(entry.getKey()))
              .orElse(values));
    }
    if (issuers.isEmpty()) {
      values.missing(
          ConfigurationKey.AUTHORIZATION_SERVERS,
          "the issuer identifier of the authorization server",
          ISSUER_EXAMPLE);
    }
    return issuers.entrySet().stream()
        .map(entry -> new IssuerReader(entry.getValue()).read(entry.getKey(), resource))
        .toList();
  }

  /** The identifiers of the issuers that have keys of their own, by their names. */
  private Map<String, String> named(Set<String> names) {
    Map<String, String> identifiers = new LinkedHashMap<>();
    for (String name : names) {
      identifiers.put(name, identified(name));
    }
    return identifiers;
  }

  private String identified(String name) {
    String key = NamedKeys.ISSUERS.identifier(name);
    ConfigurationKey identifier =
        new ConfigurationKey(
            key,
            "",
            ConfigurationKey.Absence.REQUIRED,
            ConfigurationKey.Level.APPLICATION,
            List.of());
    Optional<String> issuer = values.text(identifier);
    if (issuer.isEmpty()) {
      values.missing(
          identifier, "the issuer identifier of this authorization server", ISSUER_EXAMPLE);
    }
    issuer.ifPresent(value -> issuerUrls.url(identifier, value, ISSUER_EXAMPLE));
    return issuer.orElse(ISSUER_EXAMPLE);
  }

  private String scopePrefix() {
    String prefix = values.text(ConfigurationKey.SCOPE_PREFIX).orElse("");
    if (!prefix.isEmpty() && !Scopes.isScopeToken(prefix)) {
      values.invalid(
          ConfigurationKey.SCOPE_PREFIX,
          prefix,
          "has characters that no scope has (RFC 6749 §3.3)",
          "api://notes/");
    }
    return prefix;
  }

  private ResourceSettings.Endpoint endpoint(URI resource) {
    AllowListReader allowLists = new AllowListReader(values);
    return new ResourceSettings.Endpoint(
        path(resource),
        resourceUrls
            .url(
                ConfigurationKey.RESOURCE_METADATA_URL,
                "https://api.example.com/.well-known/oauth-protected-resource/mcp")
            .orElse(null),
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

  private ResourceSettings.Dpop dpop() {
    List<String> known = SettingValues.split(ConfigurationKey.DPOP_ALGORITHMS.defaultValue());
    List<String> algorithms = values.list(ConfigurationKey.DPOP_ALGORITHMS);
    algorithms.stream()
        .filter(algorithm -> !known.contains(algorithm))
        .forEach(
            algorithm ->
                values.invalid(
                    ConfigurationKey.DPOP_ALGORITHMS,
                    algorithm,
                    "is not an asymmetric signature algorithm",
                    "ES256,EdDSA"));
    return new ResourceSettings.Dpop(
        values.choice(ConfigurationKey.DPOP, CONSTRAINTS),
        algorithms,
        values.seconds(ConfigurationKey.DPOP_MAX_AGE, 1, 600),
        values.integer(ConfigurationKey.DPOP_REPLAY_CACHE_SIZE, 100, 10_000_000),
        values.flag(ConfigurationKey.DPOP_NONCE),
        values.seconds(ConfigurationKey.DPOP_NONCE_TTL, 10, 3600));
  }

  private ResourceSettings.Mtls mtls() {
    Optional<String> header = values.text(ConfigurationKey.MTLS_CERTIFICATE_HEADER);
    header
        .filter(name -> !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"))
        .ifPresent(
            name ->
                values.invalid(
                    ConfigurationKey.MTLS_CERTIFICATE_HEADER,
                    name,
                    "is not the name of a header (RFC 9110 §5.1)",
                    "Client-Cert"));
    return new ResourceSettings.Mtls(
        values.choice(ConfigurationKey.MTLS, CONSTRAINTS), header.orElse(null));
  }
}
