// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build has put what is to be started. Nothing is written elsewhere.
 *
 * @param directory the build's own directory
 */
record Installation(Path directory) {

  private static final String DIRECTORY = "provider.directory";

  /** As the build says in a system property. */
  static Installation ofBuild() {
    String value = System.getProperty(DIRECTORY);
    if (value == null) {
      throw new IllegalStateException("the system property " + DIRECTORY + " is missing");
    }
    return new Installation(Path.of(value));
  }

  /** Keycloak's home directory; each choice of features has its own. */
  Path keycloak(AudienceBy way) {
    try (Stream<Path> homes = Files.list(directory.resolve(way.directory()))) {
      List<Path> all = homes.toList();
      if (all.size() != 1) {
        throw new IllegalStateException("not one Keycloak but " + all + ": run 'clean verify'");
      }
      return all.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
