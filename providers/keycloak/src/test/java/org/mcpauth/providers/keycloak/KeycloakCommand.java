// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code kc.sh}. */
final class KeycloakCommand {

  /** It runs for a minute or two: compiling it thoroughly costs more than it saves. */
  private static final String FOR_A_SHORT_LIFE = "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=";

  private KeycloakCommand() {}

  /**
   * A process that is still to be started, in the environment of this one but for what configures
   * Keycloak.
   *
   * @param home its home directory
   * @param arguments the command of {@code kc.sh} and its options
   * @param log a file for its output
   */
  static ProcessBuilder of(Path home, List<String> arguments, Path log) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("kc.sh").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
    builder.environment().put("JAVA_OPTS_APPEND", FOR_A_SHORT_LIFE + log.getParent());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /**
   * Builds Keycloak with what cannot be changed when it starts, unless it is built so already: that
   * takes longer than everything else.
   *
   * @param home its home directory
   * @param features the features to switch on
   * @param log a file for its output
   */
  static void build(Path home, List<String> features, Path log) {
    List<String> arguments = new ArrayList<>(List.of("build", "--db=dev-mem", "--cache=local"));
    if (!features.isEmpty()) {
      arguments.add("--features=" + String.join(",", features));
    }
    Path done = home.resolve("built-with");
    try {
      if (Files.exists(done) && Files.readAllLines(done).equals(arguments)) {
        return;
      }
      if (of(home, arguments, log).start().waitFor() != 0) {
        throw new IllegalStateException("Keycloak cannot be built, see " + log);
      }
      Files.write(done, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
