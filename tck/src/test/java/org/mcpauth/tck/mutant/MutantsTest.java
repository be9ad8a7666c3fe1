// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.run.Assertion;

/** Checks the checks: the right server passes, and for each assertion there is a wrong server. */
class MutantsTest extends IssuerTest {

  @Test
  void runWhenServerIsRightThenEveryAssertionPasses() {
    MutantRun.Outcome outcome = MutantRun.ofAll(Mutant.of("", "none", rules -> {}), issuer);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.others()).as("not run to their end").isEmpty();
    assertThat(outcome.passed()).isPositive();
  }

  @Test
  void assertionWhenAnyThenHasItsMutant() {
    Set<String> without =
        Arrays.stream(AllAssertions.class.getMethods())
            .flatMap(method -> Stream.ofNullable(method.getAnnotation(Assertion.class)))
            .map(Assertion::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Mutants.all().map(Mutant::assertion).toList().forEach(without::remove);
    assertThat(without).as("assertions that no mutant proves to be able to fail").isEmpty();
  }
}
