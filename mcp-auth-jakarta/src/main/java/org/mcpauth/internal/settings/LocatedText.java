// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads values that are long or secret: each as itself, or as a location, {@code file:…} or {@code
 * classpath:…}. What was read is never shown.
 */
final class LocatedText {

  private static final int MAX_SIZE = 1 << 20;
  private static final String FILE = "file:";
  private static final String CLASSPATH = "classpath:";

  private final SettingValues values;

  LocatedText(SettingValues values) {
    this.values = values;
  }

  Optional<Secret> secret(ConfigurationKey key) {
    return text(key).map(Secret::new);
  }

  Optional<String> text(ConfigurationKey key) {
    return values.found(key).flatMap(found -> text(key, found));
  }

  private Optional<String> text(ConfigurationKey key, SettingValues.Found found) {
    String value = found.value();
    try {
      if (value.startsWith(FILE)) {
        return Optional.of(ofFile(path(value)));
      }
      if (value.startsWith(CLASSPATH)) {
        return Optional.of(ofClasspath(value.substring(CLASSPATH.length())));
      }
      // MicroProfile JWT §9.2.3: a location without a scheme is a resource or a file.
      boolean bareLocation = found.name().endsWith(".location") && !value.contains("://");
      return Optional.of(bareLocation ? ofClasspath(value) : value);
    } catch (IOException | IllegalArgumentException e) {
      values.invalid(key, value, "names nothing that can be read", "file:/run/secrets/mcp-auth");
      return Optional.empty();
    }
  }

  private static Path path(String value) {
    try {
      return value.startsWith("file:/") ? Path.of(URI.create(value)) : bare(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no path", e);
    }
  }

  private static Path bare(String value) {
    return Path.of(value.substring(FILE.length()));
  }

  private static String ofFile(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return read(file);
    }
  }

  private static String ofClasspath(String name) throws IOException {
    String resource = name.startsWith("/") ? name.substring(1) : name;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ClassLoader any = loader == null ? LocatedText.class.getClassLoader() : loader;
    try (InputStream found = any.getResourceAsStream(resource)) {
      if (found == null) {
        throw new IOException("no such resource");
      }
      return read(found);
    }
  }

  private static String read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAX_SIZE + 1);
    if (bytes.length > MAX_SIZE) {
      throw new IOException("too large");
    }
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }
}
