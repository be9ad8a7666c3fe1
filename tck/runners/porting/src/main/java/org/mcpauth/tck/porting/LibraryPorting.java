// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import java.io.File;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.arquillian.Binding;
import org.mcpauth.tck.arquillian.Porting;
import org.mcpauth.tck.server.Profile.Exclusion;

/** Adds the library, and what it brings along, as a build would that depends on it. */
public class LibraryPorting implements Porting {

  private static final List<String> LIBRARIES =
      List.of(
          "mcp-auth-jakarta",
          "mcp-auth-api",
          "microprofile-jwt-auth-api",
          "jspecify",
          "jose4j",
          "slf4j-api",
          "caffeine");

  private static final String EXCLUDED = "mcp.auth.tck.excluded.";

  /** Made by {@link java.util.ServiceLoader}. */
  public LibraryPorting() {}

  @Override
  public void addImplementation(WebArchive application) {
    LIBRARIES.forEach(library -> application.addAsLibrary(jar(library)));
  }

  /** From system properties, so that the pom of a runner says what its server is excused from. */
  @Override
  public List<Exclusion> exclusions(Binding binding) {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(EXCLUDED))
        .map(
            name ->
                new Exclusion(
                    name.substring(EXCLUDED.length()),
                    EnumSet.allOf(Revision.class),
                    System.getProperty(name)))
        .toList();
  }

  private static File jar(String name) {
    Pattern fileName = Pattern.compile(Pattern.quote(name) + "-\\d.*\\.jar");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> fileName.matcher(file.getName()).matches())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not packaged: run 'verify'"));
  }
}
