// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mcpauth.McpAuthConfigNames;

/**
 * The configuration that the application gets: what the user said, in system properties or the
 * environment, before what follows from the ports.
 *
 * @param systemProperties the system properties of the application's JVM
 * @param resource the resource identifier that the application will have
 */
record ChildConfiguration(Map<String, String> systemProperties, String resource) {

  private static final List<String> PASSED_THROUGH = List.of("mcp.auth.", "mp.");

  ChildConfiguration {
    systemProperties = Map.copyOf(systemProperties);
  }

  /**
   * Puts it together.
   *
   * @param endpoint where the application is
   * @param issuer the authorization server
   * @param companion what follows from the sample's companion; empty if it has none
   * @param properties the system properties of the launcher
   * @param environment its environment, which the application inherits
   */
  static ChildConfiguration of(
      URI endpoint,
      URI issuer,
      Map<String, String> companion,
      Map<String, String> properties,
      Map<String, String> environment) {
    Map<String, String> passed = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          if (PASSED_THROUGH.stream().anyMatch(name::startsWith)) {
            passed.put(name, value);
          }
        });
    String resource =
        setUnlessConfigured(passed, environment, McpAuthConfigNames.RESOURCE, endpoint.toString());
    setUnlessConfigured(
        passed, environment, McpAuthConfigNames.AUTHORIZATION_SERVERS, issuer.toString());
    companion.forEach(
        (name, otherwise) -> setUnlessConfigured(passed, environment, name, otherwise));
    return new ChildConfiguration(passed, resource);
  }

  /**
   * In MicroProfile Config a system property beats an environment variable, so that one for a key
   * that the environment has would overrule the user.
   */
  private static String setUnlessConfigured(
      Map<String, String> properties,
      Map<String, String> environment,
      String name,
      String otherwise) {
    Optional<String> inherited = environmentValue(environment, name);
    if (inherited.isEmpty()) {
      properties.putIfAbsent(name, otherwise);
    }
    return Optional.ofNullable(properties.get(name)).or(() -> inherited).orElse(otherwise);
  }

  /** The three names of MicroProfile Config, "Environment Variables Mapping Rules". */
  private static Optional<String> environmentValue(Map<String, String> environment, String name) {
    String underscored = name.replaceAll("[^A-Za-z0-9]", "_");
    return Stream.of(name, underscored, underscored.toUpperCase(Locale.ROOT))
        .filter(environment::containsKey)
        .map(environment::get)
        .findFirst();
  }
}
