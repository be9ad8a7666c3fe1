// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the tests import. */
class GuideTest {

  private static final Path GUIDE =
      Path.of(System.getProperty("basedir"), "..", "..", "docs", "providers", "keycloak.md");
  private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  @Test
  void guideWhenItShowsJsonThenIsPartOfImportedRealms() throws IOException {
    Realm guide = Realm.ofGuide();
    List<JsonValue> imported = new ArrayList<>();
    collect(guide.json(), imported);
    collect(guide.with(List.of("resource-indicators.json")).json(), imported);
    collect(guide.with(List.of("dynamic-registration.json")).json(), imported);

    List<String> shown =
        JSON.matcher(Files.readString(GUIDE)).results().map(match -> match.group(1)).toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(6);
    assertThat(shown).allSatisfy(text -> assertThat(imported).contains(parse(text)));
  }

  private static void collect(JsonValue value, Collection<JsonValue> all) {
    all.add(value);
    Stream<JsonValue> parts = Stream.empty();
    if (value instanceof JsonObject object) {
      parts = object.values().stream();
    } else if (value instanceof JsonArray array) {
      parts = array.stream();
    }
    parts.forEach(part -> collect(part, all));
  }

  private static JsonStructure parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }
}
