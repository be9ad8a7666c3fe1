// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.McpAuthConfigNames;

/**
 * The table of {@code docs/configuration.md}, made of the constants of {@link McpAuthConfigNames},
 * of what their Javadoc says, and of the defaults. Run the tests with {@code
 * -Dconfiguration.table=write} to write it into the page.
 */
final class ConfigurationTable {

  static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final Path CONSTANTS =
      Path.of("..", "mcp-auth-api", "src/main/java/org/mcpauth/McpAuthConfigNames.java");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public static final String \\w+ =\\s*\"([^\"]+)\"",
          Pattern.DOTALL);

  /** Names of types are code too: the page is read where there is nothing to link to. */
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|link)\\s+([^}]*)\\}");

  private static final String HEAD = "| Key | For one | Default | Meaning |\n|---|---|---|---|\n";

  private ConfigurationTable() {}

  /** The page with the table as it has to be. */
  static String page() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(HEAD.lines().findFirst().orElseThrow());
    int end = start;
    while (end < page.length() && page.charAt(end) == '|') {
      end = page.indexOf('\n', end) + 1;
    }
    return page.substring(0, start) + table() + page.substring(end);
  }

  private static String table() throws IOException {
    Map<String, String> meanings = meanings();
    StringBuilder table = new StringBuilder(HEAD);
    for (ConfigurationKey key : ConfigurationKey.ALL) {
      table.append(
          String.format(
              "| `%s` | %s | %s | %s |%n",
              key.name(), level(key), defaultOf(key), meaning(key, meanings)));
    }
    return table.toString();
  }

  private static String meaning(ConfigurationKey key, Map<String, String> meanings) {
    String meaning = meanings.getOrDefault(key.name(), "");
    if (key.aliases().isEmpty()) {
      return meaning;
    }
    List<String> aliases = key.aliases().stream().map(alias -> "`" + alias + "`").toList();
    return meaning + " Where it is absent, " + String.join(" or ", aliases) + " counts.";
  }

  private static String level(ConfigurationKey key) {
    return switch (key.level()) {
      case APPLICATION -> "";
      case RESOURCE, ISSUER -> key.level().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String defaultOf(ConfigurationKey key) {
    return key.defaultValue().isEmpty()
        ? key.absence().name().toLowerCase(Locale.ROOT)
        : "`" + key.defaultValue() + "`";
  }

  /** What the Javadoc of each constant says, in Markdown. */
  private static Map<String, String> meanings() throws IOException {
    Map<String, String> meanings = new HashMap<>();
    Matcher constant = CONSTANT.matcher(Files.readString(CONSTANTS));
    while (constant.find()) {
      String text = constant.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
      meanings.put(constant.group(2), CODE.matcher(text).replaceAll("`$1`"));
    }
    return meanings;
  }
}
