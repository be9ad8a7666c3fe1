// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A realm as Keycloak imports it.
 *
 * @param json its representation
 */
record Realm(JsonObject json) {

  private static final String GUIDE = "mcp-realm.json";

  /** The realm of the guide. */
  static Realm ofGuide() {
    try (JsonReader reader = open(GUIDE)) {
      return new Realm(reader.readObject());
    }
  }

  /** The realm after the operations of some JSON Patch files (RFC 6902). */
  Realm with(List<String> patches) {
    JsonObject changed = json;
    for (String patch : patches) {
      changed = Json.createPatch(operations(patch)).apply(changed);
    }
    return new Realm(changed);
  }

  String name() {
    return json.getString("realm");
  }

  /** Makes these the realms that a Keycloak imports, and no others. */
  static void write(List<Realm> realms, Path keycloak) {
    Path folder = keycloak.resolve("data").resolve("import");
    try {
      Files.createDirectories(folder);
      try (Stream<Path> earlier = Files.list(folder)) {
        for (Path file : earlier.toList()) {
          Files.delete(file);
        }
      }
      for (Realm realm : realms) {
        Files.writeString(folder.resolve(realm.name() + "-realm.json"), realm.json().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonArray operations(String patch) {
    try (JsonReader reader = open(patch)) {
      return reader.readArray();
    }
  }

  private static JsonReader open(String name) {
    InputStream file = Realm.class.getResourceAsStream("/" + name);
    return Json.createReader(Objects.requireNonNull(file, name));
  }
}
