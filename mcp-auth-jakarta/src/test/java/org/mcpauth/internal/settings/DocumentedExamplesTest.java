// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of configuration in the documentation is read without a fault. */
class DocumentedExamplesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
  private static final String SECRETS = "file:/run/secrets/";

  static List<String> examples() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<String> examples = new ArrayList<>();
    for (Path page : pages) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        examples.add(block.group(1));
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readWhenDocumentedThenNoFaultAndNoUnknownKey(String example, @TempDir Path secrets)
      throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(example));
    MapSettingsSource source =
        properties.stringPropertyNames().stream().anyMatch(name -> name.contains(".issuers."))
            ? MapSettingsSource.empty().with("mcp.auth.resource", "https://api.example.com/mcp")
            : MapSettingsSource.minimal();
    for (String name : properties.stringPropertyNames()) {
      source = source.with(name, located(properties.getProperty(name), secrets));
    }

    assertThat(source.read().resources()).isNotEmpty();
    assertThat(properties.stringPropertyNames()).allMatch(UnknownKeys::isKnown);
  }

  private static String located(String value, Path secrets) throws IOException {
    if (!value.startsWith(SECRETS)) {
      return value;
    }
    String name = value.substring(SECRETS.length());
    String content = name.endsWith(".json") ? "{}" : "0123456789abcdef0123456789abcdef";
    return "file:" + Files.writeString(secrets.resolve(name), content);
  }
}
