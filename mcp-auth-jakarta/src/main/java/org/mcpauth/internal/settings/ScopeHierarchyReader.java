// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/**
 * Reads the keys {@code mcp.auth.scope-hierarchy."<scope>"}. A cycle is an error: scopes that imply
 * each other are one scope with two names, and most likely a mistake.
 */
final class ScopeHierarchyReader {

  private static final String NAME = ConfigurationKey.SCOPE_HIERARCHY.name();
  private static final String PREFIX = NAME + ".";

  /** What is left in the value when a colon ended the key in a properties file. */
  private static final Pattern REST_OF_KEY = Pattern.compile("([^\"]*\")\\s*[=:]\\s*(.*)");

  private final SettingValues values;
  private final SettingsSource source;

  ScopeHierarchyReader(SettingValues values, SettingsSource source) {
    this.values = values;
    this.source = source;
  }

  Map<String, Scopes> read() {
    Set<String> names = new TreeSet<>();
    source.names().forEach(names::add);
    if (source.value(NAME).isPresent()) {
      values.problem(Message.HIERARCHY_KEY_INVALID.with(NAME));
    }
    Map<String, Scopes> hierarchy = new LinkedHashMap<>();
    for (String name : names) {
      if (name.startsWith(PREFIX)) {
        source.value(name).ifPresent(value -> readEntry(name, value, hierarchy));
      }
    }
    hierarchy.keySet().forEach(scope -> refuseCycle(scope, hierarchy));
    return hierarchy;
  }

  private void readEntry(String name, String value, Map<String, Scopes> hierarchy) {
    String quoted = name.substring(PREFIX.length());
    String implied = value;
    if (quoted.startsWith("\"") && !quoted.endsWith("\"")) {
      // "notes:admin"=… in a properties file: the parser ended the key at the colon.
      var rest = REST_OF_KEY.matcher(value);
      if (rest.matches()) {
        quoted = quoted + ":" + rest.group(1);
        implied = rest.group(2);
        Messages.warn(Message.HIERARCHY_COLON_NOT_ESCAPED, name, unquoted(quoted));
      }
    }
    String scope = unquoted(quoted);
    if (!Scopes.isScopeToken(scope)) {
      values.problem(Message.HIERARCHY_KEY_INVALID.with(name));
      return;
    }
    hierarchy.put(scope, values.scopes(ConfigurationKey.ofOne(name), SettingValues.split(implied)));
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private void refuseCycle(String start, Map<String, Scopes> hierarchy) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String scope = open.remove();
      for (String implied : hierarchy.getOrDefault(scope, Scopes.none())) {
        if (implied.equals(start)) {
          values.problem(Message.HIERARCHY_CYCLE.with(PREFIX + "\"" + start + "\"", start, scope));
          return;
        }
        if (seen.add(implied)) {
          open.add(implied);
        }
      }
    }
  }
}
