// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.tck.clause.Clause.Strength;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ClauseReaderTest {

  private static final String HEAD =
      """
      - id: A-1
        strength: MUST
        text: Servers MUST do it.
        url: https://example.com/#a
      """;

  @Test
  void readWhenClauseIsCheckedThenNamesItsAssertions() {
    Clause clause = read(HEAD + "  assertions: [one, two]\n").get(0);
    assertThat(clause)
        .isEqualTo(
            new Clause(
                "A-1",
                Strength.MUST,
                "Servers MUST do it.",
                URI.create("https://example.com/#a"),
                new Clause.Checked(List.of("one", "two"))));
    assertThat(clause.isCheckedBy("two")).isTrue();
    assertThat(clause.isCheckedBy("three")).isFalse();
  }

  @Test
  void readWhenClauseIsExcludedThenGivesTheReason() {
    assertThat(read(HEAD + "  excluded: It cannot be seen.\n").get(0).treatment())
        .isEqualTo(new Clause.Excluded("It cannot be seen."));
  }

  @Test
  void readWhenClauseIsPlannedThenNamesTheFeature() {
    assertThat(read(HEAD + "  planned: DPoP\n").get(0).treatment())
        .isEqualTo(new Clause.Planned("DPoP"));
  }

  @Test
  void readWhenMemberIsUnknownThenRefuses() {
    assertRefused(HEAD + "  assertions: [one]\n  note: x\n", "A-1 has unknown members [note]");
  }

  @Test
  void readWhenThereIsNoTreatmentThenRefuses() {
    assertRefused(HEAD, "A-1 needs exactly one of [assertions, excluded, planned]");
  }

  @Test
  void readWhenThereAreTwoTreatmentsThenRefuses() {
    assertRefused(
        HEAD + "  assertions: [one]\n  planned: DPoP\n",
        "A-1 needs exactly one of [assertions, excluded, planned]");
  }

  @Test
  void readWhenThereIsNoAssertionThenRefuses() {
    assertRefused(HEAD + "  assertions: []\n", "the clause A-1");
  }

  @Test
  void readWhenReasonIsEmptyThenRefuses() {
    assertRefused(HEAD + "  excluded: ' '\n", "A-1 needs the text excluded");
  }

  @Test
  void readWhenStrengthIsUnknownThenRefuses() {
    assertRefused(
        HEAD.replace("MUST\n", "MAY\n") + "  planned: x\n", "A-1 has an unknown strength");
  }

  @Test
  void readWhenTextIsMissingThenRefuses() {
    assertRefused("- id: A-1\n  strength: MUST\n", "A-1 needs the text");
  }

  @Test
  void readWhenEntryIsNoObjectThenRefuses() {
    assertRefused("- A-1\n", "the clause null");
  }

  @Test
  void readWhenIdIsThereTwiceThenRefuses() {
    String clause = HEAD + "  planned: x\n";
    assertRefused(clause + clause, "the clause A-1 is there twice");
  }

  @Test
  void readWhenThereIsNoListThenRefuses() {
    assertThatThrownBy(() -> ClauseCatalogue.read("test.yaml", Map.of("clauses", "none")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("test.yaml: needs a list of clauses");
  }

  private static List<Clause> read(String list) {
    Object clauses = new Load(LoadSettings.builder().build()).loadFromString(list);
    return ClauseCatalogue.read("test.yaml", Map.of("clauses", clauses));
  }

  private static void assertRefused(String list, String fault) {
    assertThatThrownBy(() -> read(list))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("test.yaml: ")
        .hasMessageContaining(fault);
  }
}
