// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The configuration that a guide of {@code docs/providers} shows: what is tested is what the guide
 * says.
 *
 * @param blocks the properties under each heading that has some
 */
record ProviderGuide(Map<String, Map<String, String>> blocks) {

  static final Path FOLDER = Path.of("..", "docs", "providers");

  static final List<String> PROVIDERS =
      List.of("entra", "okta", "auth0", "cognito", "fusionauth", "google", "github");

  static ProviderGuide of(String provider) {
    Map<String, Map<String, String>> blocks = new LinkedHashMap<>();
    String heading = "";
    boolean inside = false;
    StringBuilder block = new StringBuilder();
    for (String line : text(provider).lines().toList()) {
      if (inside && line.equals("```")) {
        blocks.put(heading, properties(block.toString()));
        inside = false;
      } else if (inside) {
        block.append(line).append('\n');
      } else if (line.equals("```properties")) {
        block.setLength(0);
        inside = true;
      } else if (line.startsWith("## ")) {
        heading = line.substring(3);
      }
    }
    return new ProviderGuide(blocks);
  }

  static String text(String page) {
    try {
      return Files.readString(FOLDER.resolve(page + ".md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties under a heading. */
  Map<String, String> under(String heading) {
    Map<String, String> block = blocks.get(heading);
    if (block == null) {
      throw new IllegalArgumentException("no properties under '" + heading + "'");
    }
    return block;
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((name, value) -> values.put((String) name, (String) value));
    return values;
  }
}
