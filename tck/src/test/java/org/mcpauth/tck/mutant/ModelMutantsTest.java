// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelMutantsTest extends IssuerTest {

  static Stream<Mutant> mutants() {
    return Mutants.ofModel();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void runWhenServerIsWrongThenOnlyItsAssertionFails(Mutant mutant) {
    Mutants.assertCaught(mutant, issuer);
  }
}
