// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what the metadata document (RFC 9728 §2) says besides. */
final class ResourceMetadataReader {

  /** The members for people, which can have a language tag (RFC 9728 §2.1). */
  static final Map<ConfigurationKey, String> TEXTS =
      Map.of(
          ConfigurationKey.METADATA_RESOURCE_NAME, "resource_name",
          ConfigurationKey.METADATA_RESOURCE_DOCUMENTATION, "resource_documentation",
          ConfigurationKey.METADATA_RESOURCE_POLICY_URI, "resource_policy_uri",
          ConfigurationKey.METADATA_RESOURCE_TOS_URI, "resource_tos_uri");

  private static final String EXAMPLE = "https://api.example.com/about";
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final int DAY = 86_400;

  private final SettingValues values;
  private final SettingsSource source;
  private final SettingUrls urls;

  ResourceMetadataReader(SettingValues values, SettingsSource source) {
    this.values = values;
    this.source = source;
    this.urls = new SettingUrls(values, true);
  }

  ResourceSettings.Metadata read() {
    List<String> algorithms = values.list(ConfigurationKey.METADATA_SIGNING_ALGORITHMS);
    if (algorithms.contains("none")) {
      values.invalid(
          ConfigurationKey.METADATA_SIGNING_ALGORITHMS, "none", "is not a signature", "ES256");
    }
    return new ResourceSettings.Metadata(
        values.seconds(ConfigurationKey.METADATA_MAX_AGE, 0, DAY),
        values.choice(
            ConfigurationKey.METADATA_SCOPES_SUPPORTED,
            Map.of("baseline", false, "operations", true)),
        texts(),
        new SettingUrls(values, false)
            .endpoint(ConfigurationKey.METADATA_JWKS_URI, "https://api.example.com/jwks.json")
            .orElse(null),
        algorithms,
        values.list(ConfigurationKey.METADATA_AUTHORIZATION_DETAILS),
        new LocatedText(values).secret(ConfigurationKey.METADATA_SIGNING_KEY).orElse(null));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    TEXTS.forEach(
        (key, member) -> {
          values.text(key).ifPresent(value -> texts.put(member, checked(key, value)));
          tags(key)
              .forEach(
                  tag ->
                      values
                          .text(tagged(key, tag))
                          .ifPresent(text -> texts.put(member + "#" + tag, checked(key, text))));
        });
    return texts;
  }

  private static ConfigurationKey tagged(ConfigurationKey key, String tag) {
    return new ConfigurationKey(key.name() + "#" + tag, "", key.absence(), key.level(), List.of());
  }

  private Set<String> tags(ConfigurationKey key) {
    Function<String, String> suffix = name -> name.substring(name.indexOf('#') + 1);
    Set<String> tags = new TreeSet<>();
    for (String name : source.names()) {
      boolean ofKey = name.startsWith(ConfigurationKey.PREFIX) && name.contains(key.suffix() + "#");
      if (ofKey) {
        String tag = suffix.apply(name);
        if (LANGUAGE.matcher(tag).matches()) {
          tags.add(tag);
        } else {
          values.invalid(
              key,
              "#" + tag,
              "is not a language tag of RFC 5646",
              name.substring(0, name.indexOf('#')) + "#de");
        }
      }
    }
    return tags;
  }

  private String checked(ConfigurationKey key, String value) {
    if (!key.equals(ConfigurationKey.METADATA_RESOURCE_NAME)) {
      urls.endpointOf(key, value, EXAMPLE);
    }
    return value;
  }
}
