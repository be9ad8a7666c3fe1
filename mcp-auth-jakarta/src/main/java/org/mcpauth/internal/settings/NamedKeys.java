// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys for one of several: {@code mcp.auth.issuers.<name>.…}, {@code mcp.auth.resources.<name>.…}.
 */
final class NamedKeys {

  private static final String NAME = "[A-Za-z0-9_-]+";

  /** Those of one authorization server. */
  static final NamedKeys ISSUERS = new NamedKeys(ConfigurationKey.ISSUERS, "issuer");

  /** Those of one protected resource. */
  static final NamedKeys RESOURCES =
      new NamedKeys(ConfigurationKey.RESOURCES, ConfigurationKey.RESOURCE.suffix());

  /** Those of one service that is called. What can be said about it is nothing else's. */
  static final NamedKeys TARGETS = new NamedKeys(ConfigurationKey.TOKEN_EXCHANGE_TARGETS, "url");

  /** Those with keys that can be written for all, too. */
  static final List<NamedKeys> ALL = List.of(ISSUERS, RESOURCES);

  private final ConfigurationKey list;
  private final String identifier;
  private final Pattern pattern;

  private NamedKeys(ConfigurationKey list, String identifier) {
    this.list = list;
    this.identifier = identifier;
    this.pattern = Pattern.compile(Pattern.quote(list.name()) + "\\.(" + NAME + ")\\.(.+)");
  }

  /** The key that has the list of names. */
  ConfigurationKey list() {
    return list;
  }

  /** A key of one of them. */
  String of(String name, ConfigurationKey key) {
    return list.name() + "." + name + "." + key.suffix();
  }

  /** The key with what identifies one of them. */
  String identifier(String name) {
    return list.name() + "." + name + "." + identifier;
  }

  /** Takes such a key apart. */
  Matcher matcher(String key) {
    return pattern.matcher(key);
  }

  static boolean isName(String text) {
    return text.matches(NAME);
  }

  /** Every name that occurs in a key or in the list, in alphabetical order. */
  Set<String> names(SettingsSource source, SettingValues values) {
    Set<String> names = new TreeSet<>();
    for (String key : source.names()) {
      Matcher matcher = matcher(key);
      if (matcher.matches()) {
        names.add(matcher.group(1));
      }
    }
    for (String name : values.list(list)) {
      if (isName(name)) {
        names.add(name);
      } else {
        values.invalid(list, name, "is not a name of letters, digits, - and _", "internal,partner");
      }
    }
    return names;
  }
}
