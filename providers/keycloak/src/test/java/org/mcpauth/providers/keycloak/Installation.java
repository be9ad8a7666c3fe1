// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.nio.file.Path;

/**
 * Where the build has put what is to be started. Nothing is written elsewhere.
 *
 * @param directory the build's own directory
 * @param keycloakVersion the version of Keycloak that was unpacked there
 */
record Installation(Path directory, String keycloakVersion) {

  /** As the build says in system properties. */
  static Installation ofBuild() {
    return new Installation(
        Path.of(property("provider.directory")), property("provider.keycloak.version"));
  }

  /** Keycloak's home directory; each choice of features has its own. */
  Path keycloak(AudienceBy way) {
    return directory.resolve(way.directory()).resolve("keycloak-" + keycloakVersion);
  }

  Path payaraMicro() {
    return directory.resolve("payara-micro.jar");
  }

  Path war() {
    return directory.resolve("notes.war");
  }

  Path log(String name) {
    return directory.resolve(name + ".log");
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the system property " + name + " is missing: run 'verify'");
    }
    return value;
  }
}
