// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/** Reports keys that mean nothing, each with the nearest one that does. */
final class UnknownKeys {

  private static final Set<String> KNOWN =
      ConfigurationKey.ALL.stream().map(ConfigurationKey::name).collect(Collectors.toSet());

  private static final Set<String> TAGGED =
      ResourceMetadataReader.TEXTS.keySet().stream()
          .map(ConfigurationKey::name)
          .collect(Collectors.toSet());

  private UnknownKeys() {}

  static void report(SettingsSource source) {
    Set<String> unknown = new TreeSet<>();
    for (String name : source.names()) {
      if (name.startsWith(ConfigurationKey.PREFIX) && !isKnown(name)) {
        unknown.add(name);
      }
    }
    unknown.forEach(name -> Messages.warn(Message.KEY_UNKNOWN, name, nearest(name)));
  }

  static boolean isKnown(String name) {
    if (name.startsWith(ConfigurationKey.SCOPE_HIERARCHY.name() + ".")) {
      return true;
    }
    if (OperationsReader.operationOf(name).isPresent() || ExchangeTargetReader.isAbout(name)) {
      return true;
    }
    for (NamedKeys named : NamedKeys.ALL) {
      Matcher matcher = named.matcher(name);
      if (matcher.matches()) {
        return name.equals(named.identifier(matcher.group(1)))
            || suffixes(named).anyMatch(withoutTag(matcher.group(2))::equals);
      }
    }
    return KNOWN.contains(withoutTag(name));
  }

  /** What can be written for one issuer, or for one resource. */
  private static Stream<String> suffixes(NamedKeys named) {
    return ConfigurationKey.ALL.stream()
        .filter(
            key ->
                key.level() == ConfigurationKey.Level.ISSUER
                    || (key.level() == ConfigurationKey.Level.RESOURCE
                        && named == NamedKeys.RESOURCES))
        .map(ConfigurationKey::suffix);
  }

  private static String withoutTag(String name) {
    int tag = name.indexOf('#');
    boolean tagged = tag > 0 && TAGGED.stream().anyMatch(t -> t.endsWith(name.substring(0, tag)));
    return tagged ? name.substring(0, tag) : name;
  }

  static String nearest(String name) {
    Stream<String> candidates = KNOWN.stream();
    for (NamedKeys named : NamedKeys.ALL) {
      Matcher matcher = named.matcher(name);
      if (matcher.matches() && KNOWN.contains(ConfigurationKey.PREFIX + matcher.group(2))) {
        return ConfigurationKey.PREFIX + matcher.group(2); // not for one, but for all
      }
      if (matcher.matches()) {
        String beginning = name.substring(0, matcher.start(2));
        candidates =
            Stream.concat(
                suffixes(named).map(beginning::concat),
                Stream.of(named.identifier(matcher.group(1))));
      }
    }
    return candidates
        .min(
            Comparator.<String>comparingInt(known -> distance(name, known))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Levenshtein's: how many characters have to be changed, added or left out. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] =
            List.of(replaced, previous[j] + 1, current[j - 1] + 1).stream()
                .min(Integer::compare)
                .orElseThrow();
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
