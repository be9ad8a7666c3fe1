// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;

/** Reads {@link McpAuthSettings} from a source and checks them. */
public final class SettingsReader {

  private static final int DAY = 86_400;
  private static final int MIN_SESSION_KEY = 32;

  private final SettingValues values;
  private final SettingsSource source;

  private SettingsReader(SettingsSource source) {
    this.source = source;
    this.values = new SettingValues(source);
  }

  /**
   * Reads the settings, and reports keys that mean nothing.
   *
   * @param source where from
   * @return the settings, complete and checked
   * @throws ConfigurationException if anything is missing or wrong; it names every fault
   */
  public static McpAuthSettings read(SettingsSource source) {
    UnknownKeys.report(source);
    return new SettingsReader(source).read();
  }

  private McpAuthSettings read() {
    List<ResourceSettings> resources = resources();
    McpAuthSettings settings =
        new McpAuthSettings(
            resources,
            new ScopeHierarchyReader(values, source).read(),
            operations(),
            stepUp(),
            sessions(),
            values.flag(ConfigurationKey.CONTAINER_LOGIN),
            fetch(resources),
            tokenCache(),
            values.seconds(ConfigurationKey.USERINFO_CACHE_TTL, 1, DAY),
            exchange(resources),
            limits(),
            lists(),
            ObservabilityReader.read(values),
            values.flag(ConfigurationKey.LEGACY_AS_METADATA));
    if (values.problems().isEmpty()) {
      requireDistinct(resources);
    }
    if (!values.problems().isEmpty()) {
      throw ConfigurationException.of(values.problems());
    }
    return settings;
  }

  /** Those that have names, and the one that has none if it is the only one or is configured. */
  private List<ResourceSettings> resources() {
    Set<String> issuers = NamedKeys.ISSUERS.names(source, values);
    Set<String> names = NamedKeys.RESOURCES.names(source, values);
    List<ResourceSettings> resources = new ArrayList<>();
    if (names.isEmpty() || values.text(ConfigurationKey.RESOURCE).isPresent()) {
      resources.add(new ResourceReader(values, source).read(issuers));
    }
    for (String name : names) {
      resources.add(new ResourceReader(values.ofResource(name), source).read(issuers));
    }
    return resources;
  }

  private void requireDistinct(List<ResourceSettings> resources) {
    Set<String> paths = new HashSet<>();
    Set<String> audiences = new HashSet<>();
    for (ResourceSettings resource : resources) {
      String path = resource.endpoint().path();
      if (!paths.add(path)) {
        values.problem(Message.RESOURCES_SHARE_PATH.with(path));
      }
      Set<String> own =
          resource.issuers().stream()
              .flatMap(issuer -> issuer.audiences().stream())
              .collect(Collectors.toSet());
      ResourceIdentifier others = new ResourceIdentifier(audiences);
      own.stream()
          .filter(audience -> others.isIn(Set.of(audience)))
          .forEach(a -> values.problem(Message.RESOURCES_SHARE_AUDIENCE.with(a)));
      audiences.addAll(own);
    }
  }

  private McpAuthSettings.Operations operations() {
    return new McpAuthSettings.Operations(
        anonymous(),
        new OperationsReader(values, source).read(),
        values.choice(ConfigurationKey.DEFAULT_POLICY, OperationsReader.POLICIES));
  }

  private McpAuthSettings.Sessions sessions() {
    Optional<Secret> key = new LocatedText(values).secret(ConfigurationKey.SESSION_KEY);
    if (key.filter(secret -> secret.value().length() < MIN_SESSION_KEY).isPresent()) {
      values.invalid(
          ConfigurationKey.SESSION_KEY,
          "(secret)",
          "has fewer than " + MIN_SESSION_KEY + " characters",
          "64 random characters");
    }
    return new McpAuthSettings.Sessions(
        key.orElse(null), values.flag(ConfigurationKey.INSECURE_UNBOUND_SESSIONS));
  }

  private StepUp stepUp() {
    return new StepUp(
        values.choice(
            ConfigurationKey.CHALLENGE_SCOPES,
            Map.of(
                "auto", StepUp.ChallengeScopes.AUTO,
                "operation", StepUp.ChallengeScopes.OPERATION,
                "granted-plus-operation", StepUp.ChallengeScopes.GRANTED_PLUS_OPERATION)),
        values.choice(
            ConfigurationKey.INSUFFICIENT_SCOPE,
            Map.of(
                "challenge", StepUp.InsufficientScope.CHALLENGE,
                "tool-error", StepUp.InsufficientScope.TOOL_ERROR,
                "both-by-client", StepUp.InsufficientScope.BOTH_BY_CLIENT)),
        values.list(ConfigurationKey.TOOL_ERROR_CLIENTS).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
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

  private McpAuthSettings.Fetch fetch(List<ResourceSettings> resources) {
    return new McpAuthSettings.Fetch(
        values.seconds(ConfigurationKey.JWKS_TTL, 1, DAY),
        values.seconds(ConfigurationKey.JWKS_MAX_TTL, 1, 7 * DAY),
        values.seconds(ConfigurationKey.JWKS_REFRESH_AHEAD, 0, DAY),
        values.seconds(ConfigurationKey.JWKS_COOL_DOWN, 1, DAY),
        values.seconds(ConfigurationKey.JWKS_STALE_IF_ERROR, 0, DAY),
        values.seconds(ConfigurationKey.HTTP_CONNECT_TIMEOUT, 1, 60),
        values.seconds(ConfigurationKey.HTTP_READ_TIMEOUT, 1, 60),
        values.integer(ConfigurationKey.HTTP_MAX_RESPONSE_SIZE, 1024, 16 << 20),
        values.flag(ConfigurationKey.HTTP_FOLLOW_REDIRECTS),
        privateHosts(resources),
        values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_ISSUER));
  }

  /** What the configuration names itself is meant to be asked, wherever it is. */
  private Set<String> privateHosts(List<ResourceSettings> resources) {
    Stream<String> configured =
        resources.stream()
            .flatMap(resource -> resource.issuers().stream())
            .flatMap(SettingsReader::urls)
            .map(URI::getHost)
            .filter(Objects::nonNull);
    return Stream.concat(configured, values.list(ConfigurationKey.HTTP_PRIVATE_HOSTS).stream())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<URI> urls(IssuerSettings issuer) {
    Stream<URI> optional =
        Stream.of(
                Optional.ofNullable(issuer.keys().jwksUri()),
                issuer.introspection().endpoint(),
                issuer.validationEndpoint().uri(),
                issuer.exchange().endpoint())
            .flatMap(Optional::stream);
    return Stream.concat(SettingUrls.parsed(issuer.issuer()).stream(), optional);
  }

  private McpAuthSettings.TokenCache tokenCache() {
    return new McpAuthSettings.TokenCache(
        values.integer(ConfigurationKey.TOKEN_CACHE_SIZE, 0, 10_000_000),
        values.seconds(ConfigurationKey.TOKEN_CACHE_TTL, 1, DAY));
  }

  private McpAuthSettings.Exchange exchange(List<ResourceSettings> resources) {
    return new McpAuthSettings.Exchange(
        values.integer(ConfigurationKey.TOKEN_EXCHANGE_CACHE_SIZE, 0, 10_000_000),
        values.seconds(ConfigurationKey.TOKEN_EXCHANGE_MAX_TTL, 1, DAY),
        new ExchangeTargetReader(values, source).read(resources));
  }

  private McpAuthSettings.Limits limits() {
    return new McpAuthSettings.Limits(
        values.integer(ConfigurationKey.LIMITS_TOKEN_SIZE, 256, 1 << 20),
        values.integer(ConfigurationKey.LIMITS_MESSAGE_SIZE, 1024, 1 << 30),
        values.integer(ConfigurationKey.LIMITS_MESSAGE_DEPTH, 4, 1000));
  }

  private McpAuthSettings.Lists lists() {
    return new McpAuthSettings.Lists(
        values.choice(ConfigurationKey.LISTS, Map.of("all", false, "permitted", true)),
        values.flag(ConfigurationKey.LISTS_REQUIREMENTS),
        values.integer(ConfigurationKey.LIMITS_LIST_SIZE, 1024, 1 << 28));
  }
}
