// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;

/**
 * Reads values of a source one by one and collects what is wrong with them, so that all faults can
 * be reported together. Not thread-safe; used once.
 */
final class SettingValues {

  /** A comma parts values unless a backslash precedes it, as in MicroProfile Config. */
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  /** Segments after one slash each, none of them {@code .} or {@code ..}. */
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[^/\\\\*?#;%]+)*+/?");

  private static final int SHOWN = 200;

  private final SettingsSource source;

  /** A value that is read for several settings is reported once. */
  private final Set<String> problems = new LinkedHashSet<>();

  SettingValues(SettingsSource source) {
    this.source = source;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void missing(ConfigurationKey key, String what, String example) {
    problems.add(Message.KEY_MISSING.with(key.name(), what, example));
  }

  void invalid(ConfigurationKey key, String value, String fault, String example) {
    problems.add(Message.KEY_INVALID.with(key.name(), shown(value), fault, example));
  }

  void problem(String message) {
    problems.add(message);
  }

  Optional<String> text(ConfigurationKey key) {
    return source
        .value(key.name())
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .or(() -> Optional.of(key.defaultValue()).filter(value -> !value.isEmpty()));
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

  boolean choice(ConfigurationKey key, String chosen, List<String> choices) {
    String value = text(key).orElse("");
    if (!choices.contains(value)) {
      invalid(key, value, "is none of " + String.join(", ", choices), key.defaultValue());
    }
    return value.equals(chosen);
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

  /** An absolute http or https URL with a host, without user information and fragment. */
  Optional<URI> url(ConfigurationKey key, String value, String example, boolean httpAllowed) {
    Optional<String> fault = urlFault(value, httpAllowed);
    fault.ifPresent(text -> invalid(key, value, text, example));
    return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(value));
  }

  private static Optional<String> urlFault(String value, boolean httpAllowed) {
    URI uri;
    try {
      uri = new URI(value);
    } catch (URISyntaxException e) {
      return Optional.of("is not a URL");
    }
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
      return Optional.of("is not an absolute http or https URL");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.of("has no host, or has user information");
    }
    if (uri.getRawFragment() != null || uri.getRawQuery() != null) {
      return Optional.of("has a fragment or a query");
    }
    if (http && !httpAllowed && !Loopback.isLoopback(uri)) {
      return Optional.of("uses http on a host that is not loopback: tokens and keys need https");
    }
    return Optional.empty();
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
