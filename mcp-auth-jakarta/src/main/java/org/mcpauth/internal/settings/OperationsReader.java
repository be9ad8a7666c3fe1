// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;

/**
 * Reads the keys {@code mcp.auth.tools."<name>".…}, and those of prompts, resources and methods.
 */
final class OperationsReader {

  private static final String SCOPES = "scopes";
  private static final String SCOPES_MATCH = "scopes-match";
  private static final String ROLES = "roles";
  private static final String ACR_VALUES = "acr-values";
  private static final String MAX_AGE = "max-age";
  private static final String POLICY = "policy";

  /** What can be said about one operation. */
  static final Set<String> SUFFIXES =
      Set.of(SCOPES, SCOPES_MATCH, ROLES, ACR_VALUES, MAX_AGE, POLICY);

  static final Map<String, DefaultPolicy> POLICIES =
      Map.of(
          "authenticated", DefaultPolicy.AUTHENTICATED,
          "deny", DefaultPolicy.DENY,
          "permit", DefaultPolicy.PERMIT);

  private static final Map<String, Match> MATCHES = Map.of("all", Match.ALL, "any", Match.ANY);

  private static final Map<String, Kind> KINDS =
      Map.of(
          ConfigurationKey.TOOLS.name(), Kind.TOOL,
          ConfigurationKey.PROMPTS.name(), Kind.PROMPT,
          ConfigurationKey.RESOURCES.name(), Kind.RESOURCE,
          ConfigurationKey.METHODS.name(), Kind.METHOD);

  /** A name without quotes ends at the next dot; that of a resource is always in quotes. */
  private static final Pattern KEY =
      Pattern.compile("(mcp\\.auth\\.[a-z]+)\\.(?:\"([^\"]+)\"|([^\".]+))\\.([^\".]+)");

  /** What is left of a key that a properties file ended at the colon. */
  private static final Pattern CUT =
      Pattern.compile("(mcp\\.auth\\.(?:tools|prompts|resources|methods))\\.\"[^\"]*");

  private static final int DAY = 86_400;

  private final SettingValues values;
  private final SettingsSource source;

  OperationsReader(SettingValues values, SettingsSource source) {
    this.values = values;
    this.source = source;
  }

  /** The operation that a key is about; empty if it is about none. */
  static Optional<McpOperation> operationOf(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches() || !SUFFIXES.contains(matcher.group(4))) {
      return Optional.empty();
    }
    Kind kind = KINDS.get(matcher.group(1));
    String quoted = matcher.group(2);
    if (kind == null || (quoted == null && kind == Kind.RESOURCE)) {
      return Optional.empty(); // mcp.auth.resources.<name> is one of several protected resources
    }
    return Optional.of(new McpOperation(kind, quoted == null ? matcher.group(3) : quoted));
  }

  List<OperationSettings> read() {
    Map<McpOperation, Map<String, String>> found = new LinkedHashMap<>();
    for (String key : sortedNames()) {
      if (CUT.matcher(key).matches()) {
        values.problem(Message.OPERATION_KEY_CUT.with(key));
      }
      operationOf(key)
          .ifPresent(
              operation ->
                  found
                      .computeIfAbsent(operation, o -> new TreeMap<>())
                      .put(key.substring(key.lastIndexOf('.') + 1), key));
    }
    for (ConfigurationKey key :
        List.of(ConfigurationKey.TOOLS, ConfigurationKey.PROMPTS, ConfigurationKey.METHODS)) {
      String example = key.name() + ".\"name\".scopes=notes:read";
      values
          .text(key)
          .ifPresent(
              value ->
                  values.invalid(key, value, "is about no operation: name it in the key", example));
    }
    List<OperationSettings> operations = new ArrayList<>();
    found.forEach((operation, keys) -> operations.add(read(operation, keys)));
    return List.copyOf(operations);
  }

  private Set<String> sortedNames() {
    Set<String> names = new TreeSet<>();
    source.names().forEach(names::add);
    return names;
  }

  private OperationSettings read(McpOperation operation, Map<String, String> keys) {
    OperationSettings settings =
        new OperationSettings(
            operation,
            key(keys, POLICY).map(key -> values.choice(key, POLICIES, DefaultPolicy.DENY)),
            key(keys, SCOPES).map(values::scopes).orElse(Scopes.none()),
            key(keys, SCOPES_MATCH)
                .map(key -> values.choice(key, MATCHES, Match.ALL))
                .orElse(Match.ALL),
            key(keys, ROLES).map(values::list).map(Set::copyOf).orElse(Set.of()),
            key(keys, ACR_VALUES).map(this::acrValues).orElse(List.of()),
            key(keys, MAX_AGE).map(key -> values.seconds(key, 0, 365 * DAY)));
    requireSense(settings, keys);
    return settings;
  }

  private static Optional<ConfigurationKey> key(Map<String, String> keys, String suffix) {
    return Optional.ofNullable(keys.get(suffix)).map(ConfigurationKey::ofOne);
  }

  /** They are parted by spaces in a quoted string, as scopes are, and have the same characters. */
  private List<String> acrValues(ConfigurationKey key) {
    List<String> acrValues = values.list(key);
    acrValues.stream()
        .filter(value -> !Scopes.isScopeToken(value))
        .forEach(
            value ->
                values.invalid(
                    key, value, "has a space, a quote or a backslash", "urn:example:mfa"));
    return acrValues;
  }

  /** What opens an operation must not stand beside what closes it, nor open more than one. */
  private void requireSense(OperationSettings settings, Map<String, String> keys) {
    String policy = keys.getOrDefault(POLICY, "");
    boolean permits = settings.policy().filter(p -> p == DefaultPolicy.PERMIT).isPresent();
    if (permits && keys.keySet().stream().anyMatch(suffix -> !suffix.equals(POLICY))) {
      values.problem(Message.PERMIT_AND_MORE.with(policy));
    }
    String name = settings.operation().name();
    if (permits && (name.contains("*") || name.contains("{"))) {
      values.problem(Message.PERMIT_PATTERN.with(policy));
    }
  }
}
