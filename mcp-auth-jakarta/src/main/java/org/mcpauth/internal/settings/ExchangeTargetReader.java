// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchange;
import org.mcpauth.internal.log.Message;

/** Reads the keys {@code mcp.auth.token-exchange.targets.<name>.…}. */
final class ExchangeTargetReader {

  private static final String URL = "url";
  private static final String RESOURCE = "resource";
  private static final String AUDIENCE = "audience";
  private static final String SCOPES = "scopes";

  /** What can be said about one target. */
  private static final Set<String> SUFFIXES = Set.of(URL, RESOURCE, AUDIENCE, SCOPES);

  private static final NamedKeys NAMED = NamedKeys.TARGETS;
  private static final String URL_EXAMPLE = "https://calendar.example.com/api";

  private final SettingValues values;
  private final SettingsSource source;
  private final SettingUrls urls;

  ExchangeTargetReader(SettingValues values, SettingsSource source) {
    this.values = values;
    this.source = source;
    this.urls = new SettingUrls(values, values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_RESOURCE));
  }

  /** Tells whether a key says something about a target. */
  static boolean isAbout(String key) {
    Matcher matcher = NAMED.matcher(key);
    return matcher.matches() && SUFFIXES.contains(matcher.group(2));
  }

  /** A token for a target must not be one for this application. */
  List<ExchangeTarget> read(List<ResourceSettings> resources) {
    ResourceIdentifier own = ResourceIdentifier.ofAll(resources);
    List<ExchangeTarget> targets = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    for (String name : NAMED.names(source, values)) {
      ConfigurationKey key = key(name, URL);
      if (values.text(key).isEmpty()) {
        values.missing(key, "the URL of a service that is called", URL_EXAMPLE);
      }
      Optional<URI> url = urls.url(key, URL_EXAMPLE);
      url.filter(at -> !at.normalize().equals(at))
          .ifPresent(
              at -> values.invalid(key, at.toString(), "has dot or empty segments", URL_EXAMPLE));
      if (url.isPresent() && !seen.add(url.get())) {
        values.problem(Message.TARGETS_SHARE_URL.with(url.get()));
      }
      url.flatMap(at -> target(name, at)).ifPresent(targets::add);
    }
    targets.stream()
        .filter(target -> own.isMeantBy(target.target()))
        .forEach(target -> values.problem(Message.TARGET_IS_OWN_RESOURCE.with(target.url())));
    return targets;
  }

  private Optional<ExchangeTarget> target(String name, URI url) {
    Optional<String> audience = values.text(key(name, AUDIENCE));
    Optional<URI> resource = resource(key(name, RESOURCE));
    if (resource.isEmpty() && audience.isEmpty()) {
      resource = Optional.of(url);
    }
    Scopes scopes = values.scopes(key(name, SCOPES));
    try {
      return Optional.of(
          new ExchangeTarget(url, new TokenExchange.Target(resource, audience, scopes)));
    } catch (IllegalArgumentException e) {
      values.invalid(
          key(name, AUDIENCE), audience.orElse(""), "has control characters", "calendar");
      return Optional.empty();
    }
  }

  /** An absolute URI of any scheme (RFC 8707 §2); where requests go is said by the URL. */
  private Optional<URI> resource(ConfigurationKey key) {
    Optional<URI> resource =
        values
            .text(key)
            .flatMap(SettingUrls::parsed)
            .filter(uri -> uri.isAbsolute() && uri.getRawFragment() == null);
    if (resource.isEmpty()) {
      values
          .text(key)
          .ifPresent(
              text ->
                  values.invalid(
                      key, text, "is not an absolute URI without a fragment", URL_EXAMPLE));
    }
    return resource;
  }

  private static ConfigurationKey key(String name, String suffix) {
    return ConfigurationKey.ofOne(NAMED.list().name() + "." + name + "." + suffix);
  }
}
