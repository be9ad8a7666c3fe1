// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.server.Profile.Exclusion;

class ProfileFileTest {

  @Test
  void parseWhenThereIsOnlyNameThenMeasuresEverything() {
    ProfileFile file = ProfileFile.parse("name: mine");
    assertThat(file.profile().name()).isEqualTo("mine");
    assertThat(file.profile().exclusions()).isEmpty();
    assertThat(file.revisions()).containsExactlyInAnyOrder(Revision.values());
  }

  @Test
  void parseWhenThereAreRevisionsThenMeasuresThese() {
    assertThat(ProfileFile.parse("{name: mine, revisions: [2025-06-18, '2025-11-25']}").revisions())
        .containsExactlyInAnyOrder(Revision.V2025_06_18, Revision.V2025_11_25);
  }

  @Test
  void parseWhenExclusionNamesNoRevisionsThenIsForAllThatServerSpeaks() {
    String yaml =
        """
        name: mine
        revisions: [2025-11-25]
        exclusions:
          - assertion: caller-is-the-subject
            reason: There is no test_caller.
        """;
    assertThat(ProfileFile.parse(yaml).profile().exclusions())
        .containsExactly(
            new Exclusion(
                "caller-is-the-subject", Set.of(Revision.V2025_11_25), "There is no test_caller."));
  }

  @Test
  void parseWhenExclusionNamesRevisionsThenIsForThese() {
    String yaml =
        """
        name: mine
        exclusions:
          - assertion: caller-is-the-subject
            revisions: [2026-07-28]
            reason: There is no test_caller.
        """;
    assertThat(ProfileFile.parse(yaml).profile().exclusions().get(0).revisions())
        .containsExactly(Revision.V2026_07_28);
  }

  @Test
  void parseWhenAssertionIsUnknownThenRefuses() {
    assertRefused(
        "{name: mine, exclusions: [{assertion: no-such-one, reason: x}]}",
        "there is no assertion no-such-one");
  }

  @Test
  void parseWhenAssertionIsForOtherRevisionsThenRefuses() {
    assertRefused(
        "{name: m, exclusions: [{assertion: body-decides-not-header, revisions: [2025-06-18],"
            + " reason: x}]}",
        "body-decides-not-header is only for [2026-07-28]");
  }

  @Test
  void parseWhenReasonIsMissingThenRefuses() {
    assertRefused(
        "{name: mine, exclusions: [{assertion: caller-is-the-subject}]}",
        "the text reason is missing");
  }

  @Test
  void parseWhenMemberIsUnknownThenRefuses() {
    assertRefused("{name: mine, exclude: []}", "it has unknown members [exclude]");
    assertRefused(
        "{name: mine, exclusions: [{assertions: x}]}",
        "an exclusion has unknown members [assertions]");
  }

  @Test
  void parseWhenRevisionIsUnknownThenRefuses() {
    assertRefused("{name: mine, revisions: [2024-11-05]}", "unknown revision 2024-11-05");
  }

  @Test
  void parseWhenThereIsNoRevisionThenRefuses() {
    assertRefused("{name: mine, revisions: []}", "revisions must not be empty");
  }

  @Test
  void parseWhenNameIsMissingThenRefuses() {
    assertRefused("{revisions: [2026-07-28]}", "the text name is missing");
    assertRefused("- name", "it must be an object");
  }

  @Test
  void readWhenFileIsMissingThenSaysWhich(@TempDir Path directory) {
    assertThatThrownBy(() -> ProfileFile.read(directory.resolve("none.yaml")))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("none.yaml cannot be read");
  }

  private static void assertRefused(String yaml, String fault) {
    assertThatThrownBy(() -> ProfileFile.parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(fault);
  }
}
