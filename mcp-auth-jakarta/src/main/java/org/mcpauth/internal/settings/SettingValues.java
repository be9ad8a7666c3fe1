// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;

/**
 * Reads values of a source one by one and collects what is wrong with them, so that all faults can
 * be reported together. For one issuer or resource its own keys come first, then those for all,
 * then those of MicroProfile JWT, then the defaults of the provider. Not thread-safe; used once.
 */
final class SettingValues {

  /** A comma parts values unless a backslash precedes it, as in MicroProfile Config. */
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  /** Segments after one slash each, none of them {@code .} or {@code ..}. */
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[^/\\\\*?#;%]+)*+/?");

  /** What one resource has cannot be meant for another. */
  private static final Set<ConfigurationKey> ITS_OWN =
      Set.of(
          ConfigurationKey.RESOURCE, ConfigurationKey.PATH, ConfigurationKey.RESOURCE_METADATA_URL);

  private static final int SHOWN = 200;

  private final SettingsSource source;
  private final Optional<String> resource;
  private final Optional<String> issuer;
  private final Map<String, String> preset;

  /** A value that is read for several settings is reported once. */
  private final Set<String> problems;

  SettingValues(SettingsSource source) {
    this(source, Optional.empty(), Optional.empty(), Map.of(), new LinkedHashSet<>());
  }

  private SettingValues(
      SettingsSource source,
      Optional<String> resource,
      Optional<String> issuer,
      Map<String, String> preset,
      Set<String> problems) {
    this.source = source;
    this.resource = resource;
    this.issuer = issuer;
    this.preset = preset;
    this.problems = problems;
  }

  /**
   * A value and where it was found.
   *
   * @param name the key under which it was
   * @param value the value
   */
  record Found(String name, String value) {}

  SettingValues ofResource(String name) {
    return new SettingValues(source, Optional.of(name), issuer, preset, problems);
  }

  SettingValues ofIssuer(String name) {
    return new SettingValues(source, resource, Optional.of(name), preset, problems);
  }

  SettingValues withPreset(Map<String, String> values) {
    return new SettingValues(source, resource, issuer, values, problems);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void missing(ConfigurationKey key, String what, String example) {
    String name = nameOf(key);
    problems.add(Message.KEY_MISSING.with(name, what, name + "=" + example));
  }

  void invalid(ConfigurationKey key, String value, String fault, String example) {
    problems.add(Message.KEY_INVALID.with(nameOf(key), shown(value), fault, example));
  }

  void problem(String message) {
    problems.add(message);
  }

  Optional<String> text(ConfigurationKey key) {
    return found(key).map(Found::value);
  }

  Optional<Found> found(ConfigurationKey key) {
    return configured(key)
        .or(() -> Optional.ofNullable(preset.get(key.name())).map(v -> new Found(key.name(), v)))
        .or(
            () ->
                Optional.of(new Found(key.name(), key.defaultValue()))
                    .filter(found -> !found.value().isEmpty()));
  }

  Optional<Found> configured(ConfigurationKey key) {
    return names(key).stream().flatMap(name -> at(name).stream()).findFirst();
  }

  private Optional<Found> at(String name) {
    return source
        .value(name)
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .map(value -> new Found(name, value));
  }

  /** Where a value may be, the most specific place first. */
  private List<String> names(ConfigurationKey key) {
    List<String> names = new ArrayList<>();
    if (key.level() != ConfigurationKey.Level.APPLICATION) {
      resource.ifPresent(name -> names.add(NamedKeys.RESOURCES.of(name, key)));
    }
    if (key.level() == ConfigurationKey.Level.ISSUER) {
      issuer.ifPresent(name -> names.add(NamedKeys.ISSUERS.of(name, key)));
    }
    if (resource.isEmpty() || !ITS_OWN.contains(key)) {
      names.add(key.name());
      names.addAll(key.aliases());
    }
    return names;
  }

  private String nameOf(ConfigurationKey key) {
    return configured(key).map(Found::name).orElseGet(() -> names(key).get(0));
  }

  List<String> list(ConfigurationKey key) {
    return text(key).map(SettingValues::split).orElse(List.of());
  }

  static List<String> split(String value) {
    return COMMA
        .splitAsStream(value)
        .map(item -> item.replace("\\,", ",").trim())
        .filter(item -> !item.isEmpty())
        .toList();
  }

  Scopes scopes(ConfigurationKey key) {
    return scopes(key, list(key));
  }

  Scopes scopes(ConfigurationKey key, List<String> tokens) {
    for (String token : tokens) {
      if (!Scopes.isScopeToken(token)) {
        invalid(key, token, "is not a scope-token of RFC 6749 §3.3", "notes:read,notes:write");
        return Scopes.none();
      }
    }
    return Scopes.of(tokens);
  }

  boolean flag(ConfigurationKey key) {
    String value = text(key).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      invalid(key, value, "is neither true nor false", "false");
    }
    return value.equals("true");
  }

  <T> T choice(ConfigurationKey key, Map<String, T> choices) {
    T otherwise = choices.get(key.defaultValue());
    if (otherwise == null) {
      throw new IllegalArgumentException(key.name() + " has no default among the choices");
    }
    return choice(key, choices, otherwise);
  }

  /** With what goes on being read where the value is none of the choices. */
  <T> T choice(ConfigurationKey key, Map<String, T> choices, T otherwise) {
    String value = text(key).orElse("");
    T chosen = choices.get(value);
    if (chosen != null) {
      return chosen;
    }
    List<String> names = choices.keySet().stream().sorted().toList();
    String example = key.defaultValue().isEmpty() ? names.get(0) : key.defaultValue();
    invalid(key, value, "is none of " + String.join(", ", names), example);
    return otherwise;
  }

  Duration seconds(ConfigurationKey key, int min, int max) {
    return Duration.ofSeconds(integer(key, min, max));
  }

  int integer(ConfigurationKey key, int min, int max) {
    String value = text(key).orElse("");
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    invalid(key, value, "is not a whole number from " + min + " to " + max, key.defaultValue());
    return min;
  }

  /**
   * A path as the container dispatches it: decoded, normalized, without parameters. Any other would
   * match no request, and so protect nothing.
   */
  void requirePath(ConfigurationKey key, String path, String example) {
    if (!path.isEmpty() && !PATH.matcher(path).matches()) {
      invalid(key, path, "is not an absolute, normalized and decoded path", example);
    }
  }

  private static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
