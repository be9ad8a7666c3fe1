// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every message has a number, in the range of its room. */
class MessageTest {

  private static final Pattern RANGE =
      Pattern.compile("(\\d{4})-(\\d{4})  (\\w+)(?: \\((\\w+), (\\w+)\\))?");

  /** Fits every placeholder and is in no text. */
  private static final int ARGUMENT = 7_777_777;

  private record Range(int first, int last) {
    boolean contains(int number) {
      return first <= number && number <= last;
    }
  }

  private static Map<String, Range> ranges() throws IOException {
    Map<String, Range> ranges = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("message-ranges.txt"))) {
      if (!line.startsWith("#")) {
        var matcher = RANGE.matcher(line);
        assertThat(matcher.matches()).as("range, two spaces and room in '%s'", line).isTrue();
        Range range =
            new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        for (int group = 3; group <= 5; group++) {
          if (matcher.group(group) != null) {
            ranges.put(matcher.group(group), range);
          }
        }
      }
    }
    return ranges;
  }

  /** Which rooms use which message, as the compiled classes say. */
  private static Map<Message, Set<String>> users() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mcpauth.internal");
    Map<Message, Set<String>> users = new HashMap<>();
    classes.stream()
        .flatMap(c -> c.getFieldAccessesFromSelf().stream())
        .filter(access -> access.getTargetOwner().isEquivalentTo(Message.class))
        .filter(access -> !access.getOriginOwner().isEquivalentTo(Message.class))
        .forEach(
            access -> users.computeIfAbsent(used(access), m -> new TreeSet<>()).add(room(access)));
    return users;
  }

  private static Message used(JavaFieldAccess access) {
    return Message.valueOf(access.getTarget().getName());
  }

  private static String room(JavaFieldAccess access) {
    return access.getOriginOwner().getPackageName().substring("org.mcpauth.internal.".length());
  }

  @Test
  void numberWhenComparedThenUnique() {
    assertThat(Message.values()).extracting(Message::number).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void numberWhenARoomUsesTheMessageThenInItsRange() throws IOException {
    Map<String, Range> ranges = ranges();
    Map<Message, String> elsewhere = new HashMap<>();
    users()
        .forEach(
            (message, rooms) -> {
              for (String room : rooms) {
                Range range = ranges.get(room);
                if (range == null || !range.contains(message.number())) {
                  elsewhere.put(message, room);
                }
              }
            });

    assertThat(elsewhere).isEmpty();
  }

  @Test
  void messageWhenInTheCatalogueThenUsed() {
    assertThat(users().keySet()).containsExactlyInAnyOrder(Message.values());
  }

  @ParameterizedTest
  @EnumSource
  void withWhenAllArgumentsAreGivenThenFormatsThem(Message message) {
    String text = message.with(arguments(placeholders(message)));

    assertThat(text)
        .startsWith("MCPAUTH-%04d: ".formatted(message.number()))
        .matches(Pattern.compile("MCPAUTH-\\d{4}: \\S.*[^.\\s]", Pattern.DOTALL))
        .doesNotContain("%");
  }

  @Test
  void withWhenArgumentLooksLikePlaceholderThenItIsLeftAlone() {
    assertThat(Message.KEYS_UNAVAILABLE.with("https://a/%s%n", "%d"))
        .isEqualTo("MCPAUTH-2005: https://a/%s%n cannot be fetched: %d");
  }

  private static int placeholders(Message message) {
    String text = message.with(arguments(9));
    return text.split(Integer.toString(ARGUMENT), -1).length - 1;
  }

  private static Object[] arguments(int count) {
    return Collections.nCopies(count, ARGUMENT).toArray();
  }
}
