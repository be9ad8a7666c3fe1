// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.server.McpServer;

class ClauseCoverageTest {

  private static final ClauseCatalogue CATALOGUE = ClauseCatalogue.standard();

  private static final Set<String> LEVELS = Set.of("core", "scopes", "extended");

  private static final List<Method> METHODS =
      Arrays.stream(AllAssertions.class.getMethods())
          .filter(method -> method.isAnnotationPresent(Assertion.class))
          .toList();

  @Test
  void standardWhenClauseNamesAssertionThenThereIsOne() {
    Set<String> missing = named();
    missing.removeAll(ids());
    assertThat(missing).as("named by clauses, but not there").isEmpty();
  }

  @Test
  void standardWhenThereIsAssertionThenSomeClauseNamesIt() {
    Set<String> idle = new TreeSet<>(ids());
    idle.removeAll(named());
    assertThat(idle).as("assertions that no clause names, so that they never run").isEmpty();
  }

  @Test
  void allAssertionsHaveIdsOfTheirOwn() {
    assertThat(ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void allAssertionsHaveOneLevel() {
    assertThat(METHODS)
        .allSatisfy(method -> assertThat(levels(method)).as("%s", method).hasSize(1));
  }

  @Test
  void allAssertionsSayWhatTheyDo() {
    assertThat(METHODS)
        .allSatisfy(
            method ->
                assertThat(method.getAnnotation(Assertion.class).strategy())
                    .as("%s", method)
                    .isNotBlank());
  }

  @Test
  void allAssertionsTakeOneServer() {
    assertThat(METHODS)
        .allSatisfy(
            method ->
                assertThat(method.getParameterTypes())
                    .as("%s", method)
                    .containsExactly(McpServer.class));
  }

  @ParameterizedTest
  @EnumSource
  void ofWhenRevisionIsKnownThenHasClausesOfEveryStrength(Revision revision) {
    assertThat(CATALOGUE.of(revision).stream().map(Clause::strength).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Clause.Strength.values());
  }

  @ParameterizedTest
  @EnumSource
  void ofWhenClauseIsOfTheSpecificationThenLinksToThisRevision(Revision revision) {
    assertThat(CATALOGUE.of(revision))
        .filteredOn(clause -> clause.url().getHost().equals("modelcontextprotocol.io"))
        .isNotEmpty()
        .allSatisfy(clause -> assertThat(clause.url().getPath()).contains(revision.date()));
  }

  @ParameterizedTest
  @EnumSource
  void ofWhenClauseIsCheckedThenNamesNoAssertionTwice(Revision revision) {
    assertThat(CATALOGUE.of(revision))
        .allSatisfy(
            clause -> {
              if (clause.treatment() instanceof Clause.Checked checked) {
                assertThat(checked.assertions()).as(clause.id()).doesNotHaveDuplicates();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void ofWhenClauseIsNotCheckedThenSaysWhy(Revision revision) {
    assertThat(CATALOGUE.of(revision).stream().map(Clause::treatment))
        .noneMatch(
            treatment ->
                (treatment instanceof Clause.Excluded excluded && excluded.reason().isBlank())
                    || (treatment instanceof Clause.Planned planned
                        && planned.feature().isBlank()));
  }

  private static Set<String> named() {
    return Arrays.stream(Revision.values())
        .flatMap(revision -> CATALOGUE.of(revision).stream())
        .flatMap(
            clause ->
                clause.treatment() instanceof Clause.Checked checked
                    ? checked.assertions().stream()
                    : Stream.<String>empty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> ids() {
    return METHODS.stream().map(method -> method.getAnnotation(Assertion.class).id()).toList();
  }

  private static List<String> levels(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Arrays.stream(type.getAnnotationsByType(Tag.class)))
        .map(Tag::value)
        .filter(LEVELS::contains)
        .toList();
  }
}
